"""What is said of candidates: how they saw the company, why they left, where strong ones leave."""
