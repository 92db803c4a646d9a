package font

// MathConstants are the lengths of the table MathConstants in em, under their
// names in the OpenType specification, in its order.
type MathConstants struct {
	ScriptPercentScaleDown       float64 // a factor
	ScriptScriptPercentScaleDown float64 // a factor
	DelimitedSubFormulaMinHeight float64
	DisplayOperatorMinHeight     float64

	MathLeading                              float64
	AxisHeight                               float64
	AccentBaseHeight                         float64
	FlattenedAccentBaseHeight                float64
	SubscriptShiftDown                       float64
	SubscriptTopMax                          float64
	SubscriptBaselineDropMin                 float64
	SuperscriptShiftUp                       float64
	SuperscriptShiftUpCramped                float64
	SuperscriptBottomMin                     float64
	SuperscriptBaselineDropMax               float64
	SubSuperscriptGapMin                     float64
	SuperscriptBottomMaxWithSubscript        float64
	SpaceAfterScript                         float64
	UpperLimitGapMin                         float64
	UpperLimitBaselineRiseMin                float64
	LowerLimitGapMin                         float64
	LowerLimitBaselineDropMin                float64
	StackTopShiftUp                          float64
	StackTopDisplayStyleShiftUp              float64
	StackBottomShiftDown                     float64
	StackBottomDisplayStyleShiftDown         float64
	StackGapMin                              float64
	StackDisplayStyleGapMin                  float64
	StretchStackTopShiftUp                   float64
	StretchStackBottomShiftDown              float64
	StretchStackGapAboveMin                  float64
	StretchStackGapBelowMin                  float64
	FractionNumeratorShiftUp                 float64
	FractionNumeratorDisplayStyleShiftUp     float64
	FractionDenominatorShiftDown             float64
	FractionDenominatorDisplayStyleShiftDown float64
	FractionNumeratorGapMin                  float64
	FractionNumDisplayStyleGapMin            float64
	FractionRuleThickness                    float64
	FractionDenominatorGapMin                float64
	FractionDenomDisplayStyleGapMin          float64
	SkewedFractionHorizontalGap              float64
	SkewedFractionVerticalGap                float64
	OverbarVerticalGap                       float64
	OverbarRuleThickness                     float64
	OverbarExtraAscender                     float64
	UnderbarVerticalGap                      float64
	UnderbarRuleThickness                    float64
	UnderbarExtraDescender                   float64
	RadicalVerticalGap                       float64
	RadicalDisplayStyleVerticalGap           float64
	RadicalRuleThickness                     float64
	RadicalExtraAscender                     float64
	RadicalKernBeforeDegree                  float64
	RadicalKernAfterDegree                   float64
	RadicalDegreeBottomRaisePercent          float64 // a factor
}

// lengths lists the MathValueRecords in the table's order.
func (c *MathConstants) lengths() []*float64 {
	return []*float64{
		&c.MathLeading, &c.AxisHeight, &c.AccentBaseHeight, &c.FlattenedAccentBaseHeight, &c.SubscriptShiftDown, &c.SubscriptTopMax,
		&c.SubscriptBaselineDropMin, &c.SuperscriptShiftUp, &c.SuperscriptShiftUpCramped, &c.SuperscriptBottomMin, &c.SuperscriptBaselineDropMax,
		&c.SubSuperscriptGapMin, &c.SuperscriptBottomMaxWithSubscript, &c.SpaceAfterScript, &c.UpperLimitGapMin, &c.UpperLimitBaselineRiseMin,
		&c.LowerLimitGapMin, &c.LowerLimitBaselineDropMin, &c.StackTopShiftUp, &c.StackTopDisplayStyleShiftUp, &c.StackBottomShiftDown,
		&c.StackBottomDisplayStyleShiftDown, &c.StackGapMin, &c.StackDisplayStyleGapMin, &c.StretchStackTopShiftUp, &c.StretchStackBottomShiftDown,
		&c.StretchStackGapAboveMin, &c.StretchStackGapBelowMin, &c.FractionNumeratorShiftUp, &c.FractionNumeratorDisplayStyleShiftUp,
		&c.FractionDenominatorShiftDown, &c.FractionDenominatorDisplayStyleShiftDown, &c.FractionNumeratorGapMin, &c.FractionNumDisplayStyleGapMin,
		&c.FractionRuleThickness, &c.FractionDenominatorGapMin, &c.FractionDenomDisplayStyleGapMin, &c.SkewedFractionHorizontalGap,
		&c.SkewedFractionVerticalGap, &c.OverbarVerticalGap, &c.OverbarRuleThickness, &c.OverbarExtraAscender, &c.UnderbarVerticalGap,
		&c.UnderbarRuleThickness, &c.UnderbarExtraDescender, &c.RadicalVerticalGap, &c.RadicalDisplayStyleVerticalGap, &c.RadicalRuleThickness,
		&c.RadicalExtraAscender, &c.RadicalKernBeforeDegree, &c.RadicalKernAfterDegree,
	}
}
