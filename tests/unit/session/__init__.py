"""Tests of `tui.session`.

They are a package because other folders have test files of the same names.
"""
