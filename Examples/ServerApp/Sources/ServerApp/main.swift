if CommandLine.arguments.contains("serve") {
    try await serve()
} else {
    try await demonstrate()
}
