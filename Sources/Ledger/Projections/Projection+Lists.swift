/// Tables by which lists are made. Numbers stand for words and records: see ``WordBook`` and ``FoldedRecord``.
extension Projection {
    static let word = Projection(
        name: "word",
        create: [
            """
            -- word: the number of each name, code and holder's id that derived tables speak of.
            CREATE TABLE word (
                number BIGINT PRIMARY KEY,
                text TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX word_text ON word (text)",
        ],
        insert: "INSERT INTO word (number, text) VALUES (:number, :text)",
        selectAll: "SELECT number, text FROM word ORDER BY number",
        columns: 2, needsKeys: false)

    static let record = Projection(
        name: "record",
        create: [
            """
            -- record: the present state of each record, and where its last event is.
            CREATE TABLE record (
                number BIGINT PRIMARY KEY,  -- sequence of its opening event: the order of entry
                id TEXT NOT NULL,
                mechanism BIGINT NOT NULL,  -- a word
                state BIGINT NOT NULL,      -- a word
                closed BOOLEAN NOT NULL,    -- whether work on it has ended
                version BIGINT NOT NULL,
                last BIGINT NOT NULL        -- sequence of its last event; event.previous leads on from there
            )
            """,
            "CREATE UNIQUE INDEX record_id ON record (id)",
            "CREATE INDEX record_state ON record (mechanism, state, number)",
        ],
        insert: """
            INSERT INTO record (number, id, mechanism, state, closed, version, last)
            VALUES (:number, :id, :mechanism, :state, :closed, :version, :last)
            """,
        selectAll: "SELECT number, id, mechanism, state, closed, version, last FROM record ORDER BY number",
        columns: 7, needsKeys: false)

    static let standing = Projection(
        name: "standing",
        create: [
            """
            -- standing: who stands in which relation to which record, and because of which record.
            CREATE TABLE standing (
                record BIGINT NOT NULL,
                relation BIGINT NOT NULL,   -- 1 own, 2 own organisation, 3 shared by consent, 4 by law, 6 emergency
                source BIGINT NOT NULL,     -- the record because of which it holds
                place BIGINT NOT NULL,      -- of the declaration in the book, from 1; 0 for the owner
                holder BIGINT NOT NULL,     -- a word: an organisation's or a post's id, or an account
                mechanism BIGINT NOT NULL,  -- of the record
                until BIGINT NOT NULL,      -- milliseconds since 1970 at which it ends
                rests_on BIGINT NOT NULL,   -- the consent that must be given; 0 where none is needed
                PRIMARY KEY (record, relation, source, place)
            )
            """,
            """
            CREATE INDEX standing_holder ON standing (holder, mechanism, relation, record, until, rests_on)
            """,
        ],
        insert: """
            INSERT INTO standing (record, relation, source, place, holder, mechanism, until, rests_on)
            VALUES (:record, :relation, :source, :place, :holder, :mechanism, :until, :rests_on)
            """,
        selectAll: """
            SELECT record, relation, source, place, holder, mechanism, until, rests_on
            FROM standing ORDER BY record, relation, source, place
            """,
        columns: 8, needsKeys: false)

    static let link = Projection(
        name: "link",
        create: [
            """
            -- link: which record points to which now, and by which field.
            CREATE TABLE link (
                target BIGINT NOT NULL,
                mechanism BIGINT NOT NULL,  -- of the source
                field BIGINT NOT NULL,      -- a word
                source BIGINT NOT NULL,
                PRIMARY KEY (target, mechanism, field, source)
            )
            """
        ],
        insert: "INSERT INTO link (target, mechanism, field, source) VALUES (:target, :mechanism, :field, :source)",
        selectAll: """
            SELECT target, mechanism, field, source FROM link ORDER BY target, mechanism, field, source
            """,
        columns: 4, needsKeys: false)

    static let listedCode = Projection(
        name: "listed_code",
        create: [
            """
            -- listed_code: codes, numbers and answers in fields by which lists filter.
            CREATE TABLE listed_code (
                mechanism BIGINT NOT NULL,
                field BIGINT NOT NULL,
                value BIGINT NOT NULL,      -- a word
                number BIGINT NOT NULL,     -- the record
                PRIMARY KEY (mechanism, field, value, number)
            )
            """
        ],
        insert: """
            INSERT INTO listed_code (mechanism, field, value, number) VALUES (:mechanism, :field, :value, :number)
            """,
        selectAll: """
            SELECT mechanism, field, value, number FROM listed_code ORDER BY mechanism, field, value, number
            """,
        columns: 4, needsKeys: false)

    static let listedDay = Projection(
        name: "listed_day",
        create: [
            """
            -- listed_day: the first day of periods in fields by which lists filter.
            CREATE TABLE listed_day (
                number BIGINT NOT NULL,     -- the record
                field BIGINT NOT NULL,
                mechanism BIGINT NOT NULL,
                day BIGINT NOT NULL,        -- days since 1970-01-01
                PRIMARY KEY (number, field)
            )
            """,
            "CREATE INDEX listed_day_day ON listed_day (mechanism, field, day, number)",
        ],
        insert: "INSERT INTO listed_day (number, field, mechanism, day) VALUES (:number, :field, :mechanism, :day)",
        selectAll: "SELECT number, field, mechanism, day FROM listed_day ORDER BY number, field",
        columns: 4, needsKeys: false)

    static let listedText = Projection(
        name: "listed_text",
        create: [
            """
            -- listed_text: texts in fields by which lists filter, folded to the form in which they are looked for.
            CREATE TABLE listed_text (
                number BIGINT NOT NULL,     -- the record
                field BIGINT NOT NULL,
                mechanism BIGINT NOT NULL,
                text TEXT NOT NULL,         -- lower case, no marks, at most 64 letters
                PRIMARY KEY (number, field)
            )
            """,
            "CREATE INDEX listed_text_text ON listed_text (mechanism, field, text, number)",
        ],
        insert: "INSERT INTO listed_text (number, field, mechanism, text) VALUES (:number, :field, :mechanism, :text)",
        selectAll: "SELECT number, field, mechanism, text FROM listed_text ORDER BY number, field",
        columns: 4, needsKeys: false)

    static let due = Projection(
        name: "due",
        create: [
            """
            -- due: by which day somebody must have acted on a record that is not closed.
            CREATE TABLE due (
                number BIGINT NOT NULL,     -- the record
                field BIGINT NOT NULL,
                mechanism BIGINT NOT NULL,
                day BIGINT NOT NULL,        -- last day, days since 1970-01-01
                PRIMARY KEY (number, field)
            )
            """,
            "CREATE INDEX due_day ON due (mechanism, day, number, field)",
        ],
        insert: "INSERT INTO due (number, field, mechanism, day) VALUES (:number, :field, :mechanism, :day)",
        selectAll: "SELECT number, field, mechanism, day FROM due ORDER BY number, field",
        columns: 4, needsKeys: false)
}
