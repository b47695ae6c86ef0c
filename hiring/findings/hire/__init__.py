"""What the page of one hire says: from the first message to today, and why each figure counts or does not.

A longer absence pauses clock and quota and is shown for nobody singly. So nothing here holds a day of the clock against
a day of the calendar: after the start there are only days, months and quarters by their number, and what is not counted
is not counted, for whichever reason.
"""
