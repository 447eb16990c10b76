package import Vocabulary

/// Something that a body has chosen to publish, frozen on a day under a number.
package struct Notice: Sendable {
    /// From 1, without gaps.
    package let number: Int
    /// The day on which it was let out.
    package let date: CalendarDate
    package let content: NoticeContent
    /// Hash of the notice before it; nil for the first.
    package let predecessor: String?
    /// SHA-256 of the manifest, which holds those of its files and of the predecessor.
    package let hash: String
}

/// All notices, the first one first, each checked to follow the one before.
package struct NoticeHistory: Sendable {
    package let notices: [Notice]
    /// By number: those that were taken back. Their content is shown to nobody any more.
    package let withdrawn: [Int: Withdrawal]

    /// - Parameter withdrawn: Those of no notice are passed over.
    /// - Throws: ``PublicationFailure/noticesBroken(number:)`` for a number out of order or a predecessor's hash that is not
    ///   that of the notice before.
    package init(_ notices: [Notice], withdrawn: [Withdrawal] = []) throws(PublicationFailure) {
        let sorted = notices.sorted { $0.number < $1.number }
        var before: Notice?
        for notice in sorted {
            guard notice.number == (before?.number ?? 0) + 1, notice.predecessor == before?.hash else {
                throw .noticesBroken(number: notice.number)
            }
            before = notice
        }
        self.notices = sorted
        self.withdrawn = Withdrawal.byNumber(withdrawn, of: sorted.map(\.number))
    }

    /// No notice: of a site that has none.
    package static let none = NoticeHistory()

    private init() { (notices, withdrawn) = ([], [:]) }

    package subscript(number: Int) -> Notice? { notices.indices.contains(number - 1) ? notices[number - 1] : nil }

    package var latest: Notice? { notices.last }

    /// Those whose content is shown: all but the withdrawn.
    package var standing: [Notice] { notices.filter { withdrawn[$0.number] == nil } }
}
