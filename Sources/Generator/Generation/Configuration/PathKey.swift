/// A key of a configuration file whose value is the path of an input, a list of paths or a mapping to paths.
///
/// The build plugin contains this file by a link, so that it watches the files that the tool reads.
enum PathKey: String, CaseIterable {
    case input, overlays, templates, urls
}
