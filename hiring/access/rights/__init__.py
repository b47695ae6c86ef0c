"""Who may see what where several people sign in: a file of rules, who somebody is, and which rule is theirs."""
