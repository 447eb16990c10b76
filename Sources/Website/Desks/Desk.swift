/// A place made by hand beside the pages of the book: import, releases, protection of data, administration.
package protocol Desk: Sendable {
    /// Its routes. What they share with the other pages (who asks, words, frame) comes from the workbench.
    func routes(in workbench: Workbench) -> [Route]

    /// Its entry of the navigation; nil for whoever has no business there.
    func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem?
}
