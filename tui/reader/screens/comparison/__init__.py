"""The comparison of the accounts, proposition by proposition."""
