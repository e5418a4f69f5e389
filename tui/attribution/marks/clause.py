"""A cue in its segment: what stands before and after it."""

from dataclasses import dataclass

from tui.attribution.cue import Cue
from tui.attribution.grammar import Grammar
from tui.attribution.marks.noun_groups import group_after, group_around_aside, group_before, is_pronoun, skip_addressee
from tui.attribution.marks.segments import Segment, Sentence
from tui.attribution.tokens import DASHES

_ADJUNCT = 16
"""Words between a cue and the conjunction that opens its content."""


@dataclass(frozen=True, eq=False)
class Clause:
    """A cue together with the segment that it stands in."""

    grammar: Grammar
    sentence: Sentence
    cue: Cue
    number: int

    @property
    def segment(self) -> Segment:
        return self.sentence.segments[self.number]

    @property
    def following(self) -> Segment | None:
        return self.sentence.segment(self.number + 1)

    @property
    def preceding(self) -> Segment | None:
        return self.sentence.segment(self.number - 1)

    @property
    def after(self) -> int:
        """The token after the cue."""
        return self.cue.last

    @property
    def opening(self) -> int:
        """The first token of the segment that is no small word."""
        index = self.segment.part.start
        while index < self.cue.first and self._is_small(index):
            index += 1
        return index

    @property
    def opens(self) -> bool:
        """Whether nothing but small words stand before the verb."""
        return self.opening >= self.cue.first

    @property
    def joins(self) -> bool:
        """Whether the verb shares the subject of one before: `and added`."""
        index = self.cue.first - 1
        while index >= self.segment.part.start and self._is_small(index):
            if self.grammar.has("and", index):
                return True
            index -= 1
        return False

    @property
    def inner_stop(self) -> int:
        """The token before which a subject within the verb group ends."""
        return self.cue.tail if self.cue.tail >= 0 else self.segment.part.stop

    def _is_small(self, index: int) -> bool:
        grammar = self.grammar
        small = any(grammar.has(key, index) for key in ("fillers", "conjunctions", "clitics", "days"))
        return small or grammar.is_adverb(index) or not grammar.is_word(index)

    def complementizer(self) -> int:
        """Return where `that` opens content, in this segment or the next, else -1."""
        first = max(self.cue.last, self.cue.tail + 1)
        if self._joins_another(first):
            return -1
        for index in range(first, min(self.segment.part.stop, first + _ADJUNCT)):
            if self.grammar.has("complementizers", index):
                return index
        for number in (self.number + 1, self.number + 2):
            segment = self.sentence.segment(number)
            if segment is None or segment.is_quotation or segment.before != ",":
                return -1
            first = segment.part.start
            if self.grammar.has("complementizers", first) and not self.grammar.has("relatives", first):
                return first
            if not all(self.grammar.is_name(index) for index in segment.part):
                return -1
        return -1

    def _joins_another(self, index: int) -> bool:
        """Return whether `and what` follows: `what she says and what she does`."""
        grammar = self.grammar
        if not grammar.has("and", index):
            return False
        opener = index + 1 + (grammar.has("pronouns", index + 1) or grammar.has("determiners", index + 1))
        return grammar.has("complementizers", opener)

    def source(self, earlier: range | None) -> range | None:
        """Return the words for the speaker, `earlier` if the verb shares them."""
        if self.joins:
            return earlier or self._first_subject()
        part = self.segment.part
        if not self.opens:
            own = group_before(self.grammar, part.start, self.cue.first)
            if own and not self._is_object(own):
                return own
        if not self.opens:
            return self.inverted()
        return self.subject_before_aside() or self.inverted() or self._around_aside() or earlier

    def _first_subject(self) -> range | None:
        """Return the subject that opens the sentence: `Ruiz came and said`."""
        first, grammar = self.sentence.segments[0], self.grammar
        if first.is_quotation:
            return None
        group = group_after(grammar, first.part.start, min(first.part.stop, self.cue.first))
        if group is None or is_single_pronoun(grammar, group):
            return group
        opens = grammar.is_name(group.start) or grammar.has("determiners", group.start)
        return group if opens and any(grammar.is_name(index) for index in group) else None

    def subject_before_aside(self) -> range | None:
        """Return the subject of `Ruiz, who left, said`."""
        return self._around_aside() if self._follows_subject() else None

    def _around_aside(self) -> range | None:
        return group_around_aside(self.grammar, self.sentence, self.number)

    def _follows_subject(self) -> bool:
        """Return whether a noun group and an aside stand before the cue."""
        subject = self.sentence.segments[0]
        if self.number != 2 or subject.is_quotation or subject.after != "," or self._names_who_says():
            return False
        return not any(
            self.grammar.has(key, index) for index in subject.part for key in ("moods", "auxiliaries", "passives")
        )

    def _names_who_says(self) -> bool:
        """Return whether a name after a verb ends the segment: `said Ruiz`."""
        announces = self.segment.after == ":" or self.complementizer() >= 0
        says = self.cue.verb in self.grammar.lexicon.plain["strong"] and not announces
        group = self.inverted() if says else None
        return group is not None and group.stop == self.inner_stop and self.grammar.is_name(group.stop - 1)

    def inverted(self) -> range | None:
        """Return the subject after the verb: `said Ruiz`."""
        first = skip_addressee(self.grammar, self.cue.last, self.inner_stop)
        group = group_after(self.grammar, first, self.inner_stop)
        if group is None or self._is_object(group):
            return None
        following = self.following
        names_it = following is not None and following.before == "," and group.stop == self.segment.part.stop
        return following.part if following and names_it and self._is_full_name(following) else group

    def _is_full_name(self, segment: Segment) -> bool:
        named = all(self.grammar.is_name(index) for index in segment.part)
        return named and len(segment.part) > 1 and not segment.is_quotation

    def _is_object(self, group: range) -> bool:
        return self.grammar.has("object_determiners", group.start)

    @property
    def is_after_dash(self) -> bool:
        return self.segment.before in DASHES


def is_single_pronoun(grammar: Grammar, group: range) -> bool:
    """Return whether a group is a pronoun."""
    return len(group) == 1 and is_pronoun(grammar, group.start)
