"""The scripts for bash, zsh and fish, and the answers to their questions."""

from __future__ import annotations

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete, add_completion_class

_BASH = r"""%(complete_func)s() {
    local current="${COMP_WORDS[COMP_CWORD]}" line type value word words filenames=""
    local IFS=$'\n'
    words=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" %(complete_var)s=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while read -r line; do
        type=${line%%%%,*} value=${line#*,}
        case $type in
            dir | file)
                compopt -o filenames 2>/dev/null && filenames=1
                while read -r word; do
                    COMPREPLY+=("$word")
                done < <(compgen -A "${type/dir/directory}" -- "$value")
                ;;
            plain)
                case $filenames$current in
                    1* | [\"\']*) COMPREPLY+=("$value") ;;
                    *) COMPREPLY+=("$(printf '%%q' "$value")") ;;
                esac
                ;;
        esac
    done <<< "$words"
}

complete -F %(complete_func)s %(prog_name)s
"""
"""Unlike click's own script, this one quotes names with spaces, and offers files beside commands.

With `filenames` bash quotes by itself, so files come first in the answer.
"""

INSTALLATION = {
    "bash": '# Add this line to ~/.bashrc:  eval "$(diptych completion bash)"',
    "zsh": '# Add this line to ~/.zshrc, after compinit:  eval "$(diptych completion zsh)"',
    "fish": "# Install it by:  diptych completion fish > ~/.config/fish/completions/diptych.fish",
}
"""The line that says where each shell's script goes."""


class _Silent(ShellComplete):
    """Offers nothing if anything is wrong, since the user is typing."""

    def complete(self) -> str:
        try:
            return super().complete()
        except Exception:  # noqa: BLE001 - a traceback would be printed into the command that is being typed
            return ""

    def source(self) -> str:
        first, _, rest = ShellComplete.source(self).lstrip().partition("\n")
        lines = (first, INSTALLATION[self.name]) if first.startswith("#") else (INSTALLATION[self.name], first)
        return "\n".join((*lines, rest))


class BashCompletion(_Silent, BashComplete):
    """Answers bash, which makes three words of `--kind=claim`."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        words, incomplete = super().get_completion_args()
        before = ["", *words]
        return [word for word, last in zip(words, before, strict=False) if not _is_sign(word, last)], incomplete


class ZshCompletion(_Silent, ZshComplete):
    """Answers zsh."""


class FishCompletion(_Silent, FishComplete):
    """Answers fish, also with names that hold a comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split -m 1 ","')


SHELLS = {"bash": BashCompletion, "zsh": ZshCompletion, "fish": FishCompletion}


def register() -> None:
    """Let click answer with these classes instead of its own."""
    for shell in SHELLS.values():
        add_completion_class(shell)


def _is_sign(word: str, last: str) -> bool:
    return word == "=" and last.startswith("--")
