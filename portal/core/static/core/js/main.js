// Starts what makes reading easier; every page works without it.
import { markReading } from "./reading.js";
import { switchThemeInPlace } from "./theme.js";

markReading();
switchThemeInPlace();
