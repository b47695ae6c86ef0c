"""What hiring brought back: margin against cost by year of start, and renewals of the accounts that hires won."""
