# The screen "approval".
approval-title = Approval
