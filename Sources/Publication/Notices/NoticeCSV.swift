/// The table of a plan, for people and spreadsheets.
struct NoticeCSV {
    private let content: NoticeContent
    private let texts: [Texts]

    /// Nil where there is no table.
    init?(_ content: NoticeContent, texts: [Texts]) {
        guard !content.chapters.isEmpty else { return nil }
        (self.content, self.texts) = (content, texts)
    }

    func bytes() -> [UInt8] { [] }
}
