/// A key of a configuration whose value names what is read: a path, a list of them, or a mapping to them.
///
/// The build plugin has this file, too. So it watches what the tool reads.
enum PathKey: String, CaseIterable {
    case input, overlays, templates, urls
}
