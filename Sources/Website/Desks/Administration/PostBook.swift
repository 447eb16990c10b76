import Access
import Registry
import Vocabulary

/// Posts and who holds them on a day, as those who keep posts look at them.
struct PostBook: Sendable {
    let directory: Directory
    let day: CalendarDate

    init(_ directory: Directory, on day: CalendarDate) { (self.directory, self.day) = (directory, day) }

    /// Mandates that wait for a second person, the oldest first.
    var proposed: [Directory.Mandate] { sorted { $0.isProposed } }

    /// Mandates that hold today and end within ``AdministrationDesk/daysAhead``, the first end first.
    var endingSoon: [Directory.Mandate] {
        sorted { isEndingSoon($0) }.sorted { ($0.until ?? day, $0.id) < ($1.until ?? day, $1.id) }
    }

    /// Posts of organisations at work that nobody holds today, by the names of the organisations.
    var vacant: [Directory.Post] {
        let vacant = directory.vacantPosts(on: day).compactMap { post in
            directory.organisations[post.organisation].flatMap { $0.isActive ? (house: $0.name, post: post) : nil }
        }
        return vacant.sorted { one, other in
            (one.house, one.post.kind.rawValue, one.post.id) < (other.house, other.post.kind.rawValue, other.post.id)
        }.map(\.post)
    }

    func posts(of organisation: RecordID) -> [Directory.Post] {
        directory.posts.values.filter { $0.organisation == organisation && $0.isOpen }.sorted { $0.id < $1.id }
    }

    /// Of today, of a day to come, and proposed ones; main holders first.
    func mandates(of post: RecordID) -> [Directory.Mandate] {
        sorted { mandate in
            mandate.post == post
                && (mandate.isProposed || mandate.isHeld && mandate.until.map { day < $0 } ?? true)
        }.sorted { ($0.isMain ? 0 : 1, $0.id) < ($1.isMain ? 0 : 1, $1.id) }
    }

    func mandates(of account: String) -> [Directory.Mandate] {
        sorted { $0.account == account }.sorted { $0.from > $1.from }
    }

    func isVacant(_ post: RecordID) -> Bool { !mandates(of: post).contains { $0.holds(on: day) } }

    func isEndingSoon(_ mandate: Directory.Mandate) -> Bool {
        mandate.holds(on: day)
            && mandate.until.map { $0 <= day.adding(days: AdministrationDesk.daysAhead) } ?? false
    }

    /// What a post is called, and its kind where it has no title.
    static func title(_ post: RecordID, _ directory: Directory, _ visit: Visit) -> String {
        guard let post = directory.posts[post] else { return "" }
        return post.title ?? visit.wording.function(post.kind.rawValue)
    }

    private func sorted(_ isWanted: (Directory.Mandate) -> Bool) -> [Directory.Mandate] {
        directory.mandates.values.filter(isWanted).sorted { $0.id < $1.id }
    }
}
