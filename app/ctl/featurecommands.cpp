// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct FeatureArguments {
    std::string name;
    std::string state;
    std::vector<std::string> roles;
    std::optional<int> percent;
    std::optional<std::string> note;
    bool isOther = false; ///< a name that Seatledger itself does not ask for
    bool isDryRun = false;
};

QStringList namesOf(const std::vector<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(toText(role));
    return names;
}

QJsonObject toJson(const FeatureFields &feature)
{
    const auto known = fromText<Feature>(feature.name);
    return {{u"name"_s, feature.name},
            {u"mode"_s, toText(feature.mode)},
            {u"roles"_s, QJsonArray::fromStringList(namesOf(feature.roles))},
            {u"percent"_s, feature.percent},
            {u"note"_s, feature.note.text()},
            {u"known"_s, known.has_value()},
            {u"governs"_s,
             known ? explanation(*known) : u"Nothing in this version; a program of your own may ask."_s}};
}

QJsonObject toJson(const FeatureSwitch &feature)
{
    QJsonObject object = toJson(static_cast<const FeatureFields &>(feature));
    object.insert(u"version"_s, feature.version);
    return object;
}

/// Who mistypes a name would switch nothing, and never hear of it.
Result<void> requireKnown(const QString &name, bool isOther)
{
    if (isOther || fromText<Feature>(name))
        return {};
    QStringList known;
    for (const auto &entry : enumEntries<Feature>())
        known.append(entry.name);
    return failure(ErrorCode::InvalidInput,
                   u"Seatledger has no feature \"%1\". It has: %2. For a program of your own that asks for "
                   u"it through the "
                   "REST server, say --other."_s.arg(name, known.join(u", "_s)),
                   {{u"field"_s, u"name"_s}, {u"reason"_s, u"unknown_feature"_s}});
}

Result<void> listFeatures(const OpenBook &book, const FeatureArguments &)
{
    const auto features = book.services.features.list(book.session);
    if (!features)
        return std::unexpected(features.error());
    std::vector<FeatureSwitchRow> made;
    for (const FeatureSwitch &feature : *features)
        made.push_back({feature});
    QList<QJsonObject> rows;
    for (const FeatureLine &line : featureLines(made)) {
        QJsonObject row = line.row ? toJson(*line.row) : toJson(line.fields());
        row.insert(u"switched"_s, line.row.has_value());
        if (!book.output.isJson())
            row.insert(u"roles"_s, namesOf(line.fields().roles).join(u' '));
        rows.append(row);
    }
    book.output.table({u"name"_s, u"mode"_s, u"roles"_s, u"percent"_s, u"known"_s, u"governs"_s, u"note"_s},
                      rows);
    return {};
}

FeatureMode modeOf(const FeatureArguments &arguments)
{
    if (!arguments.roles.empty())
        return FeatureMode::Roles;
    if (arguments.percent)
        return FeatureMode::Percent;
    return arguments.state == "on" ? FeatureMode::On : FeatureMode::Off;
}

QJsonArray loginsOf(const std::vector<FeaturePerson> &people)
{
    QJsonArray logins;
    for (const FeaturePerson &person : people)
        logins.append(person.login);
    return logins;
}

Result<void> previewFeature(const OpenBook &book, const FeatureFields &fields)
{
    const auto effect = book.services.features.preview(book.session, fields);
    if (!effect)
        return std::unexpected(effect.error());
    book.output.result(u"Feature %1 would be on for %2 of %3 people: %4 more, %5 fewer."_s.arg(fields.name)
                           .arg(effect->on)
                           .arg(effect->people)
                           .arg(effect->gaining.size())
                           .arg(effect->losing.size()),
                       {{u"name"_s, fields.name},
                        {u"people"_s, effect->people},
                        {u"on"_s, effect->on},
                        {u"gaining"_s, loginsOf(effect->gaining)},
                        {u"losing"_s, loginsOf(effect->losing)}});
    return {};
}

Result<void> setFeature(const OpenBook &book, const FeatureArguments &arguments)
{
    const QString name = typed(arguments.name);
    const auto current = book.services.features.find(book.session, name);
    if (!current)
        return std::unexpected(current.error());
    // what is there already may be set, whatever its name
    if (auto known = requireKnown(name, arguments.isOther || *current); !known)
        return known;
    FeatureDraft draft{.name = name, .mode = modeOf(arguments)};
    for (const std::string &role : arguments.roles)
        draft.roles.push_back(fromText<Role>(typed(role)).value_or(Role::Member));
    draft.percent = arguments.percent.value_or(*current ? (*current)->percent : 0);
    if (arguments.roles.empty() && *current)
        draft.roles = (*current)->roles;
    draft.note = arguments.note ? typed(*arguments.note) : *current ? (*current)->note.text() : QString();
    const auto fields = draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    if (arguments.isDryRun)
        return previewFeature(book, *fields);
    const auto set = book.services.features.set(book.session, *fields);
    if (!set)
        return std::unexpected(set.error());
    book.output.done(u"Feature %1: %2."_s.arg(name, displayText(set->value.mode).toLower()),
                     toJson(set->value), set->operation);
    return {};
}

} // namespace

void addFeatureCommands(CommandLine &line)
{
    const Group<FeatureArguments> group(line);
    FeatureArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "feature", "Features that are released step by step", "feature list");
    group.add(family, "list", "The features there are, and all switches: for whom each is on",
              "feature list --json", listFeatures);
    CLI::App &set = group.add(family, "set",
                              "Switch a feature: off, for roles, for so many of a hundred people, or on",
                              "feature set self_service --percent 20", setFeature);
    set.add_option("NAME", arguments.name, "One of those that `feature list` shows")->required();
    auto *state = set.add_option("STATE", arguments.state, "on or off")->check(CLI::IsMember({"on", "off"}));
    auto *roles = set.add_option("--role", arguments.roles, "On for this role only; repeat it")
                      ->check(CLI::IsMember({"administrator", "manager", "staff", "auditor", "member"}))
                      ->excludes(state);
    set.add_option("--percent", arguments.percent, "On for so many of a hundred people, always the same ones")
        ->check(CLI::Range(0, 100))
        ->excludes(state)
        ->excludes(roles);
    set.add_option("--note", arguments.note, "What it switches");
    set.add_flag("--other", arguments.isOther,
                 "A name that Seatledger does not know: in snake_case, for a program of your own");
    set.add_flag("--dry-run", arguments.isDryRun, "Only say who would get it and who would lose it");
}

} // namespace seatledger::ctl
