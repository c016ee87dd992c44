// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A fixed sequence of steps.
public nonisolated struct WorkflowSpanRecord: Codable, Hashable, Sendable {
    /// What the workflow was given.
    public var input: StepInput
    /// The input, with what is sensitive masked.
    public var redactedInput: StepInput?
    /// What the workflow produced.
    public var output: StepOutput?
    /// The output, with what is sensitive masked.
    public var redactedOutput: StepOutput?
    /// Figures of the span.
    public var metrics: Metrics?
    /// The session that holds the span.
    public var sessionID: UUID
    /// The trace that holds the span.
    public var traceID: UUID?
    /// The span or the trace directly above this one.
    public var parentID: UUID
    /// Whether the trace that holds the span is finished.
    public var isComplete: Bool
    /// The span's place in the topological order of the trace's spans.
    public var stepNumber: Int?
    /// The identifier of the record.
    public var id: UUID
    /// The project that holds the record.
    public var projectID: UUID
    /// The log stream or the experiment that holds the record.
    public var runID: UUID
    /// A label of the record.
    public var name: String
    /// When the record was made.
    public var createdAt: DateTime?
    /// When the record last changed.
    public var updatedAt: DateTime?
    /// What the user says about the record, by name.
    public var userMetadata: [String: String]?
    /// Tags that the user gave.
    public var tags: [String]?
    /// How the step ended, as a number; used to mark failures.
    public var statusCode: Int?
    /// The caller's own identifier of the record.
    public var externalID: String?
    /// The input of the row of a data set that the record was made from.
    public var datasetInput: String?
    /// The output that this row expects.
    public var datasetOutput: String?
    /// What the data set says about this row, by name.
    public var datasetMetadata: [String: String]?
    /// Whether there are records below this one.
    public var hasChildren: Bool?
    /// The batch in which the metrics of the record are computed.
    public var metricsBatchID: UUID?
    /// The batch in which the metrics of the session are computed.
    public var sessionBatchID: UUID?
    /// The state of each metric, by the metric's name.
    public var metricInfo: [String: MetricResult]?
    /// The type of the record.
    public var type: String? = "workflow"

    public init(
        input: StepInput = .string(""),
        redactedInput: StepInput? = nil,
        output: StepOutput? = nil,
        redactedOutput: StepOutput? = nil,
        metrics: Metrics? = nil,
        sessionID: UUID,
        traceID: UUID? = nil,
        parentID: UUID,
        isComplete: Bool = true,
        stepNumber: Int? = nil,
        id: UUID,
        projectID: UUID,
        runID: UUID,
        name: String = "",
        createdAt: DateTime? = nil,
        updatedAt: DateTime? = nil,
        userMetadata: [String: String]? = nil,
        tags: [String]? = nil,
        statusCode: Int? = nil,
        externalID: String? = nil,
        datasetInput: String? = nil,
        datasetOutput: String? = nil,
        datasetMetadata: [String: String]? = nil,
        hasChildren: Bool? = nil,
        metricsBatchID: UUID? = nil,
        sessionBatchID: UUID? = nil,
        metricInfo: [String: MetricResult]? = nil
    ) {
        self.input = input
        self.redactedInput = redactedInput
        self.output = output
        self.redactedOutput = redactedOutput
        self.metrics = metrics
        self.sessionID = sessionID
        self.traceID = traceID
        self.parentID = parentID
        self.isComplete = isComplete
        self.stepNumber = stepNumber
        self.id = id
        self.projectID = projectID
        self.runID = runID
        self.name = name
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.userMetadata = userMetadata
        self.tags = tags
        self.statusCode = statusCode
        self.externalID = externalID
        self.datasetInput = datasetInput
        self.datasetOutput = datasetOutput
        self.datasetMetadata = datasetMetadata
        self.hasChildren = hasChildren
        self.metricsBatchID = metricsBatchID
        self.sessionBatchID = sessionBatchID
        self.metricInfo = metricInfo
    }

    enum CodingKeys: String, CodingKey {
        case input
        case redactedInput = "redacted_input"
        case output
        case redactedOutput = "redacted_output"
        case metrics
        case sessionID = "session_id"
        case traceID = "trace_id"
        case parentID = "parent_id"
        case isComplete = "is_complete"
        case stepNumber = "step_number"
        case id
        case projectID = "project_id"
        case runID = "run_id"
        case name
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case userMetadata = "user_metadata"
        case tags
        case statusCode = "status_code"
        case externalID = "external_id"
        case datasetInput = "dataset_input"
        case datasetOutput = "dataset_output"
        case datasetMetadata = "dataset_metadata"
        case hasChildren = "has_children"
        case metricsBatchID = "metrics_batch_id"
        case sessionBatchID = "session_batch_id"
        case metricInfo = "metric_info"
        case type
    }
}
