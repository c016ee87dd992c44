/// The options of the emitted code.
public struct EmitterOptions: Sendable {
    /// Who can see the emitted declarations.
    public enum AccessLevel: String, Hashable, Sendable, CaseIterable {
        case `public`, package, `internal`
    }

    /// The distribution of declarations over files.
    public enum Layout: Equatable, Sendable {
        /// A file per family of types and per tag of operations, for output that people read and review. A type
        /// described within an operation, or a small type that only one other type mentions, shares the file of that
        /// one.
        case readable
        /// A fixed number of files, for a build plugin that must name its outputs before it reads the description. The
        /// file of a type depends only on its name, so that a change to one type recompiles one file.
        case shards(Int)
    }

    /// A part of the output that can be left out.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case models, client, server, validation
    }

    /// The module of the code. No type has its name, and the client is named after it.
    public var moduleName: String
    /// The prefix of all type and file names, for a module with several APIs. The client is named after it.
    public var prefix: String
    public var access: AccessLevel
    public var layout: Layout
    public var parts: Set<Part>
    /// Swift names by names of the description: `Session` or `Session.status` for a type, `Session/created_at`
    /// for a member or an enum's value, an `operationId` for an operation, `createSession/X-Trace` for a parameter.
    public var nameOverrides: [String: String]
    /// The types outside the generated code that replace component schemas, by the schema's name. They apply to
    /// declarations that are external in the API model.
    public var externalTypes: [String: ExternalType]
    /// The transport of clients that are created without one, or `nil` if each client must be given a transport.
    public var defaultTransport: DefaultTransport?
    /// The texts of templates that replace built-in ones, by file name, such as `object.mustache`.
    public var templates: [String: String]

    public init(
        moduleName: String, prefix: String = "", access: AccessLevel = .public, layout: Layout = .readable,
        parts: Set<Part> = [.models, .client, .validation], nameOverrides: [String: String] = [:],
        externalTypes: [String: ExternalType] = [:],
        defaultTransport: DefaultTransport? = nil, templates: [String: String] = [:]
    ) {
        self.moduleName = moduleName
        self.prefix = prefix
        self.access = access
        self.layout = layout
        self.parts = parts
        self.nameOverrides = nameOverrides
        self.externalTypes = externalTypes
        self.defaultTransport = defaultTransport
        self.templates = templates
    }
}
