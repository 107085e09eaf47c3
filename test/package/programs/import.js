import { checkModules } from "./checks.js";
import * as modules from "./modules.js";

checkModules(modules);
console.log("as expected");
