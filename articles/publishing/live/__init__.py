"""Live coverage: its entries are posted, changed and removed one by one."""
