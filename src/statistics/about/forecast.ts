import type { AboutMethod } from './about.ts';

export const aboutForecast: AboutMethod = {
  method: 'forecast',
  title: 'Forecast',
  answers:
    'Where is this series going if it goes on as before, how sure is that, and would such a forecast have been right in the past?',
  formula:
    'seasonal-naive: the same period a season before. theta: simple exponential smoothing with half the slope of a line, on values freed of their season. ets: exponential smoothing by maximum likelihood, the form with the lowest corrected AIC. arima: exact maximum likelihood of the differenced series, differences by the strength of the season and the KPSS test, orders by a walk to the lowest corrected AIC (or --order p,d,q --seasonal-order P,D,Q); with --scenario FILE, regressors whose future is supposed. --log: on the logarithms, forecasts are medians. auto (default): the smallest error in a rolling backtest, if it beats the seasonal naive. MASE: mean absolute error over that of the seasonal naive; interval score: width + 2/α × misses.',
  assumptions: [
    'The future is made like the past: no new policy, definition or crisis.',
    'Evenly spaced values; a missing one is refused.',
    'The interval of a forecast with regressors takes their weights, and the scenario, as certain.',
  ],
  notWhen: [
    'As proof of what a regressor does: its effect is what went along with it, and a scenario supposes that this goes on.',
    'When beats_seasonal_naive is false: the model has shown no skill.',
    'Beyond about two seasons: the intervals grow and still are too sure of the model.',
  ],
  sources: [
    'Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing',
    'Brockwell & Davis (1991), Time Series: Theory and Methods, chapters 5 and 9',
    'Hyndman & Khandakar (2008), Journal of Statistical Software 27(3)',
    'Hyndman & Billah (2003), International Journal of Forecasting 19, 287–290',
    'Hyndman & Koehler (2006), International Journal of Forecasting 22, 679–688',
    'Gneiting & Raftery (2007), JASA 102, 359–378',
  ],
  checkedWith: ['forecast::thetaf, snaive, ets, Arima and auto.arima on AirPassengers', 'urca::ur.kpss'],
  version: '2',
};
