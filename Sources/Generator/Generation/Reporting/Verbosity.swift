/// The amount of output of a run.
package enum Verbosity {
    /// Errors only.
    case quiet
    case normal
    /// Each step, each written file, and all places of a repeated warning.
    case verbose
}
