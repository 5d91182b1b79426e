// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/departdialog.h"

#include "ui/assignments/assignmententries.h"
#include "ui/book/dayfield.h"
#include "ui/book/editdialog.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int listedSeats = 200;

} // namespace

DepartDialog::DepartDialog(BookAccess access, Member member, QWidget *parent)
    : OperationDialog(access, u"depart"_s, tr("%1 leaves").arg(member.name.text()), tr("Record departure"),
                      ButtonKind::Danger, parent),
      m_member(std::move(member)),
      m_form(new Form(this)),
      m_day(makeDayField(access, u"dayDateField"_s, {}, this)),
      m_reason(makeNoteEdit(u"reasonEdit"_s, this)),
      m_seatsLabel(new TextLabel(tr("Looking up their seats …"))),
      m_seats(new EntryList(this))
{
    setSubtitle(tr("All their seats come back, then they are marked as departed. One undo takes back both."));
    m_day->setMaximumDate(access.today());
    m_form->addField(u"day"_s, tr("Left on"), m_day);
    m_form->addField(u"reason"_s, tr("Reason"), m_reason)->setOptional(true);
    m_seatsLabel->setTextWeight(QFont::Medium);
    m_seatsLabel->setObjectName(u"seatsLabel"_s);
    m_seats->setObjectName(u"seatsList"_s);
    m_seats->setAccessibleName(tr("Seats that come back"));
    m_seats->setEmptyText(tr("No seats: nothing has to be given back."));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_seats);
    questions()->addWidget(m_form);
    questions()->addWidget(m_seatsLabel);
    questions()->addWidget(area, 1);
    resize(520, 600);
    loadSeats();
}

void DepartDialog::loadSeats()
{
    book().ask(
        this,
        [id = m_member.id](const Services &services, Session &session) {
            return services.lists.assignments(
                session, {.search = {}, .states = openStates(), .license = {}, .member = id},
                {AssignmentSort::ByLicense}, {}, 0, listedSeats);
        },
        [this](const Result<ListPage<AssignmentRow>> &page) {
            if (page)
                showSeats(page->rows);
            else
                showFailure(page.error());
        });
}

void DepartDialog::showSeats(const std::vector<AssignmentRow> &seats)
{
    m_seatsLabel->setText(seats.empty() ? tr("Seats")
                                        : tr("%Ln assignments end", nullptr, static_cast<int>(seats.size())));
    m_seats->setEntries(seatEntries(seats, SeatEntry::NameLicense));
}

void DepartDialog::submit()
{
    apply(tr("Taking the seats back …"),
          [member = m_member, day = m_day->date().value_or(QDate()),
           reason = m_reason->toPlainText().trimmed()](const Services &services, Session &session) {
              return services.management.depart(session, member, day, reason);
          });
}

QString DepartDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%1 has left; %Ln assignments ended.", nullptr, static_cast<int>(outcome.changed))
        .arg(m_member.name.text());
}

bool DepartDialog::showRefusal(const Error &error)
{
    return m_form->showRefusal(error);
}

} // namespace seatledger
