suggest-threshold = Hranice: { $label } { $value } ({ $basis }).
suggest-threshold-rule = Hranice: { $label }, jak to posuzuje rozbor domácnosti ({ $basis }).
suggest-threshold-from = od { $value }
suggest-threshold-between = { $least } až { $most }
suggest-threshold-ages = { $least } až { $most } let
