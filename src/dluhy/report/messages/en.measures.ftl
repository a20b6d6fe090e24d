# Measures of the strategy that findings serve.

measures-heading = Measures of the strategy that this serves
measures-line = { $measure }. Findings: { $because }.
measures-heading-list = By measure of the strategy
measures-note = One debt serves several measures, so the rows do not add up. Only what is decided is counted; debts paid and no longer enforced are left out. “dluhy strategy show” says what a measure means.
measures-heading-meeting = Measures of the strategy that the meeting serves
col-measure = Measure
