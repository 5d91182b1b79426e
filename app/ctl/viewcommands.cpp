// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ViewArguments {
    std::string page;
    qint64 id = 0;
    std::string text;
    std::string name;
    bool isShared = false;
};

QJsonObject toJson(const SavedView &view)
{
    return {{u"id"_s, view.id},
            {u"page"_s, view.page},
            {u"name"_s, view.name},
            {u"owner"_s, view.owner},
            {u"mine"_s, view.isMine},
            {u"shared"_s, view.isShared},
            {u"text"_s, savedViewText(view.page, view.place)}};
}

Result<SavedView> viewOf(const OpenBook &book, qint64 id)
{
    const auto views = book.services.views.list(book.session);
    if (!views)
        return std::unexpected(views.error());
    const auto found = std::ranges::find(*views, id, &SavedView::id);
    if (found == views->end())
        return failure(ErrorCode::NotFound, u"There is no view #%1."_s.arg(id), {{u"view"_s, id}});
    return *found;
}

Result<void> listViews(const OpenBook &book, const ViewArguments &arguments)
{
    const auto views = book.services.views.list(book.session, typed(arguments.page));
    if (!views)
        return std::unexpected(views.error());
    QList<QJsonObject> rows;
    for (const SavedView &view : *views)
        rows.append(toJson(view));
    book.output.table({u"id"_s, u"page"_s, u"name"_s, u"owner"_s, u"shared"_s, u"text"_s}, rows);
    return {};
}

Result<void> saveView(const OpenBook &book, const ViewArguments &arguments)
{
    auto view = savedViewFromText(typed(arguments.text));
    if (!view)
        return failure(ErrorCode::InvalidInput,
                       u"\"%1\" is no view; one looks like seatledger:members?search=status%3Aactive."_s.arg(
                           typed(arguments.text)),
                       {{u"field"_s, u"text"_s}});
    view->name = typed(arguments.name);
    view->isShared = arguments.isShared;
    const auto saved = book.services.views.save(book.session, *view);
    if (!saved)
        return std::unexpected(saved.error());
    book.output.result(u"Saved the view %1 as #%2."_s.arg(saved->name).arg(saved->id), toJson(*saved));
    return {};
}

Result<void> shareView(const OpenBook &book, qint64 id, bool isShared)
{
    auto view = viewOf(book, id);
    if (!view)
        return std::unexpected(std::move(view).error());
    view->isShared = isShared;
    if (auto updated = book.services.views.update(book.session, *view); !updated)
        return updated;
    book.output.result(isShared ? u"Everybody sees the view %1."_s.arg(view->name)
                                : u"Only its owner sees the view %1."_s.arg(view->name),
                       toJson(*view));
    return {};
}

Result<void> share(const OpenBook &book, const ViewArguments &arguments)
{
    return shareView(book, arguments.id, true);
}

Result<void> unshare(const OpenBook &book, const ViewArguments &arguments)
{
    return shareView(book, arguments.id, false);
}

Result<void> removeView(const OpenBook &book, const ViewArguments &arguments)
{
    const auto view = viewOf(book, arguments.id);
    if (!view)
        return std::unexpected(view.error());
    if (auto removed = book.services.views.remove(book.session, view->id); !removed)
        return removed;
    book.output.result(u"Removed the view %1."_s.arg(view->name), toJson(*view));
    return {};
}

} // namespace

void addViewCommands(CommandLine &line)
{
    const Group<ViewArguments> group(line);
    ViewArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "view", "How people look at lists and reports, saved by name",
                                 "view list");
    CLI::App &list = group.add(family, "list", "Your own, and those that others share",
                               "view list --page members", listViews);
    list.add_option("--page", arguments.page, "Only of this page: members, licenses, assignments, reports");
    CLI::App &save = group.add(
        family, "save", "Save a view that was copied as text",
        "view save \"Sales\" \"seatledger:members?search=department%3ASales\" --shared", saveView);
    save.add_option("NAME", arguments.name, "Over one of yours of this name")->required();
    save.add_option("TEXT", arguments.text, "As \"Copy as text\" gives it")->required();
    save.add_flag("--shared", arguments.isShared, "For everybody who uses the book");
    for (CLI::App *command :
         {&group.add(family, "share", "Let everybody see one of yours", "view share 3", share),
          &group.add(family, "unshare", "Keep it to yourself again", "view unshare 3", unshare),
          &group.add(family, "remove", "Remove one of yours, or as administrator one that is shared",
                     "view remove 3", removeView)})
        command->add_option("VIEW", arguments.id, "Its number")->required();
}

} // namespace seatledger::ctl
