// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"
#include "core/domain/departmenttree.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct DepartmentArguments {
    std::string department;
    std::optional<std::string> name;
    std::string below;
    bool atTheTop = false;
};

/// What was given, over what the draft has.
Result<DepartmentFields> fieldsOf(const OpenBook &book, DepartmentDraft draft,
                                  const DepartmentArguments &arguments)
{
    if (arguments.name)
        draft.name = typed(*arguments.name);
    if (arguments.atTheTop)
        draft.parent.reset();
    if (!arguments.below.empty()) {
        const auto parent = departmentOf(book, arguments.below);
        if (!parent)
            return std::unexpected(parent.error());
        draft.parent = parent->id;
    }
    return draft.create();
}

Result<void> addDepartment(const OpenBook &book, const DepartmentArguments &arguments)
{
    const auto fields = fieldsOf(book, {}, arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto added = book.services.catalogueService.addDepartment(book.session, *fields);
    if (!added)
        return std::unexpected(added.error());
    book.output.done(
        u"Added department %1 as #%2."_s.arg(added->value.name.text()).arg(added->value.id.value()),
        toJson(added->value), added->operation);
    return {};
}

Result<void> updateDepartment(const OpenBook &book, const DepartmentArguments &arguments)
{
    const auto department = departmentOf(book, arguments.department);
    if (!department)
        return std::unexpected(department.error());
    const auto fields = fieldsOf(book, DepartmentDraft::of(*department), arguments);
    if (!fields)
        return std::unexpected(fields.error());
    const auto updated = book.services.catalogueService.updateDepartment(
        book.session, Department{*fields, department->id, department->version});
    if (!updated)
        return std::unexpected(updated.error());
    book.output.done(
        u"Changed department #%1 %2."_s.arg(updated->value.id.value()).arg(updated->value.name.text()),
        toJson(updated->value), updated->operation);
    return {};
}

Result<void> listDepartments(const OpenBook &book, const DepartmentArguments &)
{
    const auto departments = book.services.catalogue.departments(book.session);
    if (!departments)
        return std::unexpected(departments.error());
    QList<QJsonObject> rows;
    for (const Department &department : *departments) {
        QJsonObject row = toJson(department);
        row.insert(u"path"_s, pathOf(*departments, department.id));
        rows.append(row);
    }
    book.output.table({u"id"_s, u"path"_s}, rows);
    return {};
}

} // namespace

void addDepartmentCommands(CommandLine &line)
{
    const Group<DepartmentArguments> group(line);
    DepartmentArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "department", "The tree of departments", "department list");
    CLI::App &added = group.add(family, "add", "Add a department, at the top or below another one",
                                "department add --name Optics --parent Research", addDepartment);
    added.add_option("--name", arguments.name, "Unique in its place")->required();
    added.add_option("--parent", arguments.below,
                     "The department above: path, name or #id (none: at the top)");
    group.add(family, "list", "All of them, as a tree is read", "department list", listDepartments);
    CLI::App &update = group.add(family, "update", "Rename a department, or move it with all below it",
                                 "department update \"Research / Optics\" --parent Production",
                                 updateDepartment);
    update.add_option("DEPARTMENT", arguments.department, "Path, name or #id")->required();
    update.add_option("--name", arguments.name, "The new name");
    auto *below = update.add_option("--parent", arguments.below, "The department that it is placed below");
    update.add_flag("--top", arguments.atTheTop, "Place it at the top")->excludes(below);
}

} // namespace seatledger::ctl
