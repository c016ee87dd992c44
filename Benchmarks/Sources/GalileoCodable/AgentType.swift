// Written by scripts/peers.py: do not edit.

/// The role of an agent.
public nonisolated enum AgentType: String, Codable, Hashable, Sendable {
    case `default` = "default"
    case planner = "planner"
    case react = "react"
    case reflection = "reflection"
    case router = "router"
    case classifier = "classifier"
    case supervisor = "supervisor"
    case judge = "judge"
}
