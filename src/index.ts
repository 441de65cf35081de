export { InvalidInputError } from "./errors.ts";
export type { Estimate, EstimateOptions, Interval, Unit } from "./estimate.ts";
export { type FormatOptions, formatEstimate } from "./format/formatEstimate.ts";
export { formatShares } from "./format/formatShares.ts";
export type { Metric } from "./group/metric.ts";
export { type RollingOptions, type RollingRow, rolling } from "./group/rolling.ts";
export { type GroupBy, type RollupOptions, type RollupRow, rollup } from "./group/rollup.ts";
export type { Guarded, MinimumOption, Suppressed } from "./group/suppress.ts";
export { type TimelineOptions, type TimelineRow, timeline } from "./group/timeline.ts";
export type { PeriodOptions } from "./history/period.ts";
export type { ChurnConvention } from "./retention/churnConvention.ts";
export { type ChurnRateEstimate, type ChurnRateOptions, churnRate } from "./retention/churnRate.ts";
export { type ChurnRateGroup, churnRateDifference } from "./retention/churnRateDifference.ts";
export { type ChurnCounts, churnRateFromCounts } from "./retention/churnRateFromCounts.ts";
export type { ActiveCounts, CohortCell } from "./retention/cohortCell.ts";
export type { RetentionMode } from "./retention/cohortPeriods.ts";
export {
  type CohortRetentionCell,
  type CohortRetentionOptions,
  cohortRetention,
} from "./retention/cohortRetention.ts";
export { cohortRetentionDifference } from "./retention/cohortRetentionDifference.ts";
export { type CohortCounts, cohortRetentionFromCounts } from "./retention/cohortRetentionFromCounts.ts";
export {
  type CohortRevenueCell,
  type CohortRevenueMode,
  type CohortRevenueOptions,
  cohortRevenue,
} from "./retention/cohortRevenue.ts";
export type { CovariateSource, CovariateValue } from "./retention/coxDesign.ts";
export type { CoxTies } from "./retention/coxLikelihood.ts";
export { type CoxOptions, type CoxRegression, coxRegression } from "./retention/coxRegression.ts";
export type { CoxCoefficient, CoxTest, ProportionalHazardsTest } from "./retention/coxSummary.ts";
export type { LifetimeQuantileEstimate } from "./retention/curveQuantile.ts";
export {
  type GrossRevenueRetentionEstimate,
  grossRevenueRetention,
} from "./retention/grossRevenueRetention.ts";
export { type HazardByPeriodOptions, type HazardRow, hazardByPeriod } from "./retention/hazardByPeriod.ts";
export {
  type InactivityChurnEstimate,
  type InactivityChurnOptions,
  inactivityChurn,
} from "./retention/inactivityChurn.ts";
export { kaplanMeier, type SurvivalRow } from "./retention/kaplanMeier.ts";
export type { FieldOf, LabelSource } from "./retention/labelColumn.ts";
export { type LifetimeQuantileOptions, lifetimeQuantile } from "./retention/lifetimeQuantile.ts";
export {
  lifetimesFromPurchaseGaps,
  type PurchaseGapLifetime,
} from "./retention/lifetimesFromPurchaseGaps.ts";
export {
  type LifetimesFromSubscriptionsOptions,
  type LifetimeUnit,
  lifetimesFromSubscriptions,
  type SubscriptionLifetime,
} from "./retention/lifetimesFromSubscriptions.ts";
export { lifetimesFromSurvivors } from "./retention/lifetimesFromSurvivors.ts";
export {
  type LogRankGroup,
  type LogRankOptions,
  type LogRankTest,
  logRankTest,
} from "./retention/logRankTest.ts";
export { medianLifetime } from "./retention/medianLifetime.ts";
export { type MrrMovementRow, type MrrMovementsOptions, mrrMovements } from "./retention/mrrMovements.ts";
export {
  type CumulativeHazardMethod,
  type CumulativeHazardRow,
  type NelsonAalenOptions,
  nelsonAalen,
} from "./retention/nelsonAalen.ts";
export {
  type NetRevenueRetentionEstimate,
  type NetRevenueRetentionOptions,
  netRevenueRetention,
} from "./retention/netRevenueRetention.ts";
export type { PurchaseGapOptions } from "./retention/purchaseGaps.ts";
export { type QuickRatioEstimate, type QuickRatioOptions, quickRatio } from "./retention/quickRatio.ts";
export {
  type RepeatPurchaseRateEstimate,
  type RepeatPurchaseRateOptions,
  repeatPurchaseRate,
} from "./retention/repeatPurchaseRate.ts";
export {
  type RestrictedMeanEstimate,
  type RestrictedMeanMethod,
  type RestrictedMeanOptions,
  restrictedMeanLifetime,
} from "./retention/restrictedMeanLifetime.ts";
export { type CurveCell, type RetentionCurveRow, retentionCurve } from "./retention/retentionCurve.ts";
export {
  type RetentionRateEstimate,
  type RetentionRateOptions,
  retentionRate,
} from "./retention/retentionRate.ts";
export { type RetentionCounts, retentionRateFromCounts } from "./retention/retentionRateFromCounts.ts";
export type { RevenueConvention, RevenueOptions } from "./retention/revenueRatio.ts";
export { type SurvivalAtRow, survivalAt } from "./retention/survivalAt.ts";
export type { SurvivalMethod, SurvivalOptions } from "./retention/survivalInterval.ts";
export { type LifetimeTally, tallyLifetimes } from "./retention/tallyLifetimes.ts";
export {
  type TimeBetweenPurchasesEstimate,
  type TimeBetweenPurchasesOptions,
  timeBetweenPurchases,
} from "./retention/timeBetweenPurchases.ts";
export type {
  Answer,
  Counted,
  CustomerId,
  CustomerRow,
  Instant,
  Label,
  LifetimeRow,
  ScoreRow,
  SubscriptionRevenueRow,
  SubscriptionRow,
  TemporalLike,
  TransactionRow,
} from "./rows.ts";
export { adjustPValues, type PValueAdjustment } from "./stats/adjustPValues.ts";
export type { ContrastEstimate, ContrastOptions } from "./stats/contrastEstimate.ts";
export type { ContrastMethod } from "./stats/contrastInterval.ts";
export type { DifferenceEstimate } from "./stats/difference.ts";
export type { MeanEstimate, MeanMethod, MeanOptions } from "./stats/meanEstimate.ts";
export type { MoneyMean, MoneyMethod, MoneyOptions } from "./stats/moneyMean.ts";
export type { ProportionEstimate, ProportionOptions } from "./stats/proportionEstimate.ts";
export type { ProportionMethod } from "./stats/proportionInterval.ts";
export { type CesDirection, type CesEstimate, type CesOptions, ces } from "./survey/ces.ts";
export { type CesGroup, cesDifference } from "./survey/cesDifference.ts";
export { type CsatEstimate, type CsatOptions, csat } from "./survey/csat.ts";
export { type CsatGroup, csatDifference } from "./survey/csatDifference.ts";
export { type CsatCounts, csatFromCounts } from "./survey/csatFromCounts.ts";
export { type CsatMeanEstimate, type CsatMeanOptions, csatMean } from "./survey/csatMean.ts";
export { type EaseShareEstimate, type EaseShareOptions, easeShare } from "./survey/easeShare.ts";
export { type LatestPerRespondentOptions, latestPerRespondent } from "./survey/latestPerRespondent.ts";
export { type NetEaseEstimate, type NetEaseOptions, netEase } from "./survey/netEase.ts";
export { type NpsEstimate, type NpsOptions, nps } from "./survey/nps.ts";
export { npsDifference } from "./survey/npsDifference.ts";
export { type NpsCounts, npsFromCounts } from "./survey/npsFromCounts.ts";
export { type NpsSampleSizeOptions, npsSampleSize } from "./survey/npsSampleSize.ts";
export { type ResponseCounts, type ResponseRateEstimate, responseRate } from "./survey/responseRate.ts";
export type { Scale } from "./survey/scale.ts";
export { type ScoreTally, tallyScores } from "./survey/tallyScores.ts";
export type { Bucket } from "./time/bucket.ts";
export { calendarDays } from "./time/calendarDays.ts";
export { calendarMonths } from "./time/calendarMonths.ts";
export { calendarQuarters } from "./time/calendarQuarters.ts";
export { calendarYears } from "./time/calendarYears.ts";
export { fixedDays } from "./time/fixedDays.ts";
export { isoWeeks } from "./time/isoWeeks.ts";
export type { AnswerRow } from "./value/answerRows.ts";
export {
  type AverageOrderValueEstimate,
  type AverageOrderValueOptions,
  averageOrderValue,
} from "./value/averageOrderValue.ts";
export { type Backtest, type BacktestBaseline, backtest } from "./value/backtest.ts";
export type { BacktestDecile, BacktestFrequencyRow } from "./value/backtestGroups.ts";
export type { BacktestOptions } from "./value/backtestOptions.ts";
export type { BacktestTrackingRow } from "./value/backtestTracking.ts";
export { type Clv, type ClvRow, clv } from "./value/clv.ts";
export type { ClvModel, ClvOptions } from "./value/clvOptions.ts";
export {
  type DiscountedExpectedLifetime,
  type DiscountedExpectedLifetimeOptions,
  discountedExpectedLifetime,
} from "./value/discountedExpectedLifetime.ts";
export {
  type DiscountedExpectedPurchasesOptions,
  discountedExpectedPurchases,
} from "./value/discountedExpectedPurchases.ts";
export {
  type ExpectedPurchasesMethod,
  type ExpectedPurchasesOptions,
  expectedPurchases,
} from "./value/expectedPurchases.ts";
export {
  expectedPurchasesOfNewCustomer,
  type NewCustomerOptions,
} from "./value/expectedPurchasesOfNewCustomer.ts";
export { type ExpectedSpendRow, expectedSpend, type FittedSpendModel } from "./value/expectedSpend.ts";
export { type BdwFit, fitBdw } from "./value/fitBdw.ts";
export { type BgBbFit, fitBgBb } from "./value/fitBgBb.ts";
export { type BgNbdFit, fitBgNbd } from "./value/fitBgNbd.ts";
export { fitGammaGamma, type GammaGammaFit } from "./value/fitGammaGamma.ts";
export { fitMbgNbd, type MbgNbdFit } from "./value/fitMbgNbd.ts";
export { fitNbd, type NbdFit } from "./value/fitNbd.ts";
export { fitParetoNbd, type ParetoNbdFit } from "./value/fitParetoNbd.ts";
export type { BacktestModel } from "./value/fitPurchases.ts";
export { fitSbg, type SbgFit } from "./value/fitSbg.ts";
export type { FittedContract } from "./value/fittedContract.ts";
export type { ForecastErrors } from "./value/forecastErrors.ts";
export { type HistoricClvEstimate, type HistoricClvOptions, historicClv } from "./value/historicClv.ts";
export type { FitMethod, FitOptions, FittedModel, ModelFit, TimeUnit } from "./value/modelFit.ts";
export { probabilityAlive } from "./value/probabilityAlive.ts";
export {
  type PurchaseCountOptions,
  type PurchaseCountRow,
  purchaseCountDistribution,
} from "./value/purchaseCountDistribution.ts";
export {
  type PurchaseFrequencyEstimate,
  type PurchaseFrequencyOptions,
  purchaseFrequency,
} from "./value/purchaseFrequency.ts";
export type { FittedPurchaseModel } from "./value/purchaseModels.ts";
export { type Rfm, type RfmCustomer, type RfmOptions, type RfmSegmentRow, rfm } from "./value/rfm.ts";
export type { RfmBoundary } from "./value/rfmBoundaries.ts";
export type { RfmSegment } from "./value/rfmSegments.ts";
export { type SimpleClv, type SimpleClvInputs, simpleClv } from "./value/simpleClv.ts";
export type { SpendFrequencyCorrelation } from "./value/spendCorrelation.ts";
export type { SpendRow } from "./value/spendRows.ts";
export {
  type CustomerSummary,
  type SummarizeCustomersOptions,
  summarizeCustomers,
} from "./value/summarizeCustomers.ts";
export { type SurvivalCurveOptions, type SurvivalCurveRow, survivalCurve } from "./value/survivalCurve.ts";
export { type CustomerTally, tallyCustomers } from "./value/tallyCustomers.ts";
