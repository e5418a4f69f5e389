"""The program without a screen: open accounts, changes and undo."""
