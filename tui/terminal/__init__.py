"""The terminal and desktop around the program, without Textual."""
