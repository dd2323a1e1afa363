import type { AboutMethod } from './about.ts';

export const aboutForecast: AboutMethod = {
  method: 'forecast',
  title: 'Forecast',
  answers:
    'Where is this series going if it goes on as before, how sure is that, and would such a forecast have been right in the past?',
  formula:
    'seasonal-naive: the same period a season before. theta: simple exponential smoothing with half the slope of a line, on values freed of their season. ets: exponential smoothing by maximum likelihood, the form with the lowest corrected AIC. auto (default): the smallest error in a rolling backtest, if it beats the seasonal naive. MASE: mean absolute error over that of the seasonal naive; interval score: width + 2/α × misses.',
  assumptions: [
    'The future is made like the past: no new policy, definition or crisis.',
    'Evenly spaced values; a missing one is refused.',
  ],
  notWhen: [
    'When beats_seasonal_naive is false: the model has shown no skill.',
    'Beyond about two seasons: the intervals grow and still are too sure of the model.',
  ],
  sources: [
    'Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing',
    'Hyndman & Billah (2003), International Journal of Forecasting 19, 287–290',
    'Hyndman & Koehler (2006), International Journal of Forecasting 22, 679–688',
    'Gneiting & Raftery (2007), JASA 102, 359–378',
  ],
  checkedWith: ['forecast::thetaf, snaive, ets on AirPassengers'],
  version: '1',
};
