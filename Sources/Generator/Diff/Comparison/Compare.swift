public import ApusAPIModel

/// Returns the differences between two descriptions of an API, in the order of the old one.
///
/// It compares what the descriptions mean, so that other spellings of the same API are no difference.
public func compare(_ old: API, _ new: API) -> [Change] {
    var comparison = Comparison(old: Side(old), new: Side(new))
    comparison.compareServers(old.servers, new.servers, of: "the API", old: nil, new: nil)
    comparison.compareSecuritySchemes()
    comparison.compareOperations()
    comparison.compareWebhooks()
    comparison.comparePendingTypes()
    comparison.compareOtherTypes()
    return comparison.changes
}
