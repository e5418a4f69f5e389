"""The widgets of the reader.

None of them reads or writes a file.
"""
