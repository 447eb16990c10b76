/// What a page of the house says to its frame: everything else (language links, the quick exit, who is signed in, the
/// way out) the frame knows itself.
package struct WorkbenchFrame: Sendable {
    /// An entry of the navigation.
    package struct NavigationItem: Hashable, Sendable {
        package let text: String
        package let href: String
        package let isCurrent: Bool
        /// How many things wait there; nil or 0 for none.
        package let count: Int?

        package init(text: String, href: String, isCurrent: Bool = false, count: Int? = nil) {
            self.text = text
            self.href = href
            self.isCurrent = isCurrent
            self.count = count
        }
    }

    /// A step of the way to the page, the first one first; the page itself is not among them.
    package struct Step: Hashable, Sendable {
        package let text: String
        package let href: String

        package init(text: String, href: String) {
            self.text = text
            self.href = href
        }
    }

    /// For what the page is, where its reader works for more than one purpose.
    package struct Purpose: Hashable, Sendable {
        package let text: String
        /// Where it is changed.
        package let href: String
        package let change: String
        /// Whether it is what the reader's function is for.
        package let isUsual: Bool

        package init(text: String, href: String, change: String, isUsual: Bool) {
            self.text = text
            self.href = href
            self.change = change
            self.isUsual = isUsual
        }
    }

    /// How wide the main part is.
    package enum Width: String, Sendable {
        /// One column of reading: forms, sign-in.
        case narrow
        /// Tables and records.
        case wide
    }

    package var title: String
    package var breadcrumb: [Step]
    package var navigation: [NavigationItem]
    /// HTML of the main part, below the heading; whoever makes it has escaped what people wrote.
    package var main: String
    /// The distribution marking, shown above and printed on every sheet; nil where the page shows nothing of anybody.
    package var marking: String?
    package var width: Width
    /// Nil where the reader works for one purpose only.
    package var purpose: Purpose?

    package init(
        title: String, main: String, navigation: [NavigationItem] = [], breadcrumb: [Step] = [],
        marking: String? = nil, width: Width = .wide
    ) {
        self.title = title
        self.main = main
        self.navigation = navigation
        self.breadcrumb = breadcrumb
        self.marking = marking
        self.width = width
    }
}
