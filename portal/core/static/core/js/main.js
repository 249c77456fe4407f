// Starts what makes reading easier; every page works without it.
import { offerComparison } from "./compare.js";
import { markReading } from "./reading.js";
import { switchThemeInPlace } from "./theme.js";

markReading();
offerComparison();
switchThemeInPlace();
