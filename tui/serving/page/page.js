// Starts the terminal of textual.js when its font is there, focuses it, and keeps it from opening other pages.
"use strict";

const startTerminal = window.onload;
const FONTS = ["16px 'Roboto Mono'", "italic 16px 'Roboto Mono'", "bold 16px 'Roboto Mono'"];

function focusTerminal() {
  document.querySelector(".xterm-helper-textarea")?.focus();
}

window.onload = async (event) => {
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(font)));
  startTerminal(event);
  focusTerminal();
};
window.addEventListener("focus", focusTerminal);

// What is typed while the connection opens is sent when it is open.
window.WebSocket = class extends WebSocket {
  send(message) {
    if (this.readyState === WebSocket.CONNECTING) {
      this.addEventListener("open", () => super.send(message), { once: true });
    } else {
      super.send(message);
    }
  }
};

// A download is all that is opened: no address in a text, and no window.
window.open = (address) => {
  if (typeof address === "string" && address.startsWith(`${location.origin}/download/`)) {
    const link = document.createElement("a");
    link.href = address;
    link.download = "";
    link.click();
  }
  return null;
};

// The reader writes to the clipboard when its key is pressed, and never reads it.
if (navigator.clipboard) {
  navigator.clipboard.readText = async () => "";
}

const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());
new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) {
    again.focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });
