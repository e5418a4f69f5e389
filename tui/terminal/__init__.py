"""The terminal and the desktop around the program: capabilities, signals, clipboard; no Textual."""
