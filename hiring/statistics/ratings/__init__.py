"""What interviewers' ratings are worth: how they rate, how promptly, how much alike, and how well it came true.

Values and frames in, frozen dataclasses and frames out; numpy and scipy only. Nothing here reads a file or draws.
"""
