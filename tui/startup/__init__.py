"""What makes opening fast; nothing else in the program knows of it.

Beside this room the price of speed is paid in three ways, each with a reason beside it: features, commands and dialogs
are loaded when first used, `storage.cache` keeps what was parsed, and a few imports stand inside of functions.
"""
