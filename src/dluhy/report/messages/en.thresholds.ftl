suggest-threshold = Threshold: { $label } { $value } ({ $basis }).
suggest-threshold-rule = Threshold: { $label }, as the analysis of the household judges it ({ $basis }).
suggest-threshold-from = from { $value }
suggest-threshold-between = { $least } to { $most }
suggest-threshold-ages = { $least } to { $most } years
