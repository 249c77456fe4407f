"""What the status of a resident saves: exact arithmetic on the published rates."""

from technopolis.calculator.calculation import Calculation, YearLine, calculate
from technopolis.calculator.inputs import CalculatorForm, Inputs
from technopolis.calculator.rate_book import MissingRateError, RateBook

__all__ = ["Calculation", "CalculatorForm", "Inputs", "MissingRateError", "RateBook", "YearLine", "calculate"]
