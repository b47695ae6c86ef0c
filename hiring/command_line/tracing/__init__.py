"""Where a number comes from, found out from the code as it stands: its trees and its SQL, nothing kept by hand."""
