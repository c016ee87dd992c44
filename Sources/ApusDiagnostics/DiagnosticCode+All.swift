extension DiagnosticCode {
    /// Every code of every stage, in order; what `apus explain` can explain.
    public static let all: [DiagnosticCode] = (yamlSource + openAPI + lowering + bodies + emitter + command + overlay)
        .sorted { $0.id < $1.id }
}
