/** A chapter of the requirements: its rules by number, each in a few words. */
export interface Chapter {
  readonly title: string;
  readonly rules: Readonly<Record<string, string>>;
}

/** What EasyCruit's own pages ask of applicant handling (R), and what was decided where they are silent or disagree (C). */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Frame',
    rules: {
      R1: 'An action changes the standing in its own vacancy and in no other.',
      R2: 'Further progress offers exactly fourteen actions in their order; nothing happens before Execute.',
      R3: 'It is offered on Application and CV, for everybody ticked in All applications, and in the recruitment calendar.',
      R4: 'Vacancy list, title, Application handling, Overview, All applications, name, Application and CV: each one click from the last.',
      R5: 'Home leads to the recruitment calendar and to Deleted applications.',
      R6: 'Application and CV shows vacancy status, job offer sent, and the answer to the meeting invitation.',
      R7: 'Application handling shows who is rejected and at which stage, and what every other action did.',
      R8: 'Each action has a name and a sentence that says what it does.',
    },
  },
  {
    title: 'Withdrawn, Delete',
    rules: {
      R9: 'Withdrawn sets the status of that name.',
      R10: 'It stands for the candidate’s own decision, at any point of the process.',
      R11: 'The candidate can do it alone, by the fourth answer to an invitation.',
      R12: 'A withdrawn application counts as processed.',
      R13: 'Delete takes the applicant out of the vacancy.',
      R14: 'The application then stands on Deleted applications.',
      R15: 'There it can be restored.',
      R16: 'There it can be deleted permanently.',
    },
  },
  {
    title: 'Send email, Invite to interview, Rejection',
    rules: {
      R17: 'Send email writes to the applicant outside any schedule.',
      R18: 'Recipient, sender, subject and contents must all be valid; the one that is not is named.',
      R19: 'From the calendar it goes to several applicants at once.',
      R20: 'Invite to interview begins the interviews.',
      R21: 'A rejection is possible at any stage.',
      R22: 'Its types and reasons are given.',
    },
  },
  {
    title: 'Save application, Save and send User Name & Password, Forward to email',
    rules: {
      R23: 'Save application sets the status Saved.',
      R24: 'The applicant is then found in the CV database.',
      R25: 'It marks somebody who may suit another vacancy.',
      R26: 'Save and send does all that saving does,',
      R27: 'mails user name and password,',
      R28: 'and says that the details are kept.',
      R29: 'Forward to email writes to somebody else about the applicant.',
      R30: 'Personal information can be withheld.',
      R31: 'Attachments and CV can be left out.',
      R32: 'One of both, both or neither: the recipient gets exactly what was chosen.',
    },
  },
  {
    title: 'Transfer, Send job offer, Hire, Employment contract',
    rules: {
      R33: 'Transfer takes the applicant to another vacancy.',
      R34: 'Only the applicant goes along, neither the application’s text nor the answers to the vacancy’s questions.',
      R35: 'It also leads to the CV database.',
      R36: 'Send job offer sets the status Received job offer.',
      R37: 'Job offer sent on Application and CV is kept right.',
      R38: 'Hire takes the applicant to Employees,',
      R39: 'with a position and a department that are both asked for.',
      R40: 'Who is hired is no candidate any more.',
      R41: 'Employment contract sends a PDF with the applicant’s own terms.',
    },
  },
  {
    title: 'Send letter, Send for panel review',
    rules: {
      R42: 'Send letter writes a letter to the applicant.',
      R43: 'Its templates are those for an application received and an application rejected.',
      R44: 'Letters are printed and posted by hand; the application never claims to have sent one.',
      R45: 'Send for panel review writes to people inside and outside,',
      R46: 'with a link to review several candidates.',
      R47: 'They give one to seven stars,',
      R48: 'and a comment where they like.',
    },
  },
  {
    title: 'Rejection, in order',
    rules: {
      R49: 'It is meant for somebody who fits neither this vacancy nor another; this is said, not enforced.',
      R50: 'The way there is Application handling, All applications, the name.',
      R51: 'Further progress, Rejection, Execute.',
      R52: 'Its type is the stage at which it is given.',
      R53: 'Each type has exactly one template.',
      R54: 'Type and reason must both be chosen.',
      R55: 'The mail can be edited before it goes.',
      R56: 'Afterwards vacancy status and job offer sent are right.',
      R57: 'Application handling shows the rejection and its stage.',
      R58: 'Somebody rejected can still go to the CV database.',
      R59: 'Somebody neither rejected nor offered a job can be transferred, saved, withdrawn or deleted.',
    },
  },
  {
    title: 'Interviews',
    rules: {
      R60: 'There are telephone, personal and group interviews.',
      R61: 'Tick applicants, choose Invite to interview, Execute.',
      R62: 'Type, recruiters, date, time and duration are asked for.',
      R63: 'Sender, subject and contents are looked at before sending.',
      R64: 'Only with Send email does the candidate get an invitation.',
      R65: 'No email with a reminder is a reminder alone.',
      R66: 'Afterwards the list is back and the status says invited.',
      R67: 'Merge fields are filled from the interview.',
      R68: 'The field {confirmlink} lets the candidate answer.',
      R69: 'The tick box makes sure that a link is in the mail.',
      R70: 'One recipient, link in the text: not ticked.',
      R71: 'One recipient, none in the text: ticked.',
      R72: 'Several languages, link in each: not ticked.',
      R73: 'Several languages, missing in one: ticked.',
      R74: 'The recruiter may change it; there is never a second link, and never none where it is ticked.',
    },
  },
  {
    title: 'Reminders',
    rules: {
      R75: 'A reminder is set on the invitation’s page.',
      R76: 'None, by email, by SMS, or both.',
      R77: 'SMS is there for those who may send SMS.',
      R78: 'One, two, three, five or seven days before.',
      R79: 'At nine in the morning.',
      R80: 'Calendar days, weekends counted.',
      R81: 'Refused where fewer days are left.',
      R82: 'One by email has subject, contents and signature.',
      R83: 'It is set by Send.',
      R84: 'A warning names those without a mobile number.',
    },
  },
  {
    title: 'The candidate’s answer, and the recruitment calendar',
    rules: {
      R85: 'The candidate’s answer updates the records.',
      R86: 'The link offers four answers.',
      R87: 'Yes: Accepted.',
      R88: 'No: Not accepted.',
      R89: 'Contact me: Contact for new date/time.',
      R90: 'Withdraw: no answer to the meeting, status Withdrawn.',
      R91: 'Acc. time in the calendar and Edit meeting invitation in the dossier are one value.',
      R92: 'After the interview the status can be taken further.',
      R93: 'The calendar shows interviews and other appointments.',
      R94: 'It leads to the application, to mail, and filters.',
      R95: 'Activity is the interview that the applicant has come to.',
      R96: 'Acc. time is the answer.',
      R97: 'It opens from Home.',
      R98: 'It filters by activity.',
      R99: 'It filters by dates, with Search.',
      R100: 'A name opens the details.',
      R101: 'Ticked applicants get mail from there.',
      R102: 'Name, vacancy, date, time and recruiters stand there too.',
      R103: 'SMS is a right of its own.',
      R104: 'Related pages are one click away.',
    },
  },
  {
    title: 'Rulings',
    rules: {
      C1: 'The link’s box is ticked when any recipient’s variant lacks it, and follows the text until it is touched.',
      C2: 'Reminders: one, two, three, five or seven days.',
      C3: 'Dates and nine o’clock are meant in the organisation’s zone.',
      C4: 'As many days left as asked, but past nine: it goes at once.',
      C5: 'A reminder that cannot be met is refused with the largest that can; nothing typed is lost.',
      C6: 'Those without a mobile number are named; the others get theirs.',
      C7: 'The Swedish job offer has the word of the action list; the other word finds it.',
      C8: 'Vacancy status has one label in each language.',
      C9: 'Danish has one word for Withdrawn, for Rejection and for Send job offer.',
      C10: 'Dutch calls the calendar Interviews; a contract is drawn up and sent.',
      C11: 'Job offer sent says no, or the date of the newest; a rejection leaves it.',
      C12: 'The fourteen keep their order; ranking and reference check stand beside them.',
      C13: 'A transfer moves unless copying is ticked; both make a new application.',
      C14: 'Nobody is restored into a vacancy that is deleted.',
      C15: 'An offer is a status and, if wanted, a mail.',
      C16: 'A letter’s template is a frame; it counts when the recruiter says that it was posted.',
      C17: 'The sent password opens the candidate’s own page, once, and only where there is one.',
      C18: 'An answer given by telephone is entered by the recruiter; only the newest counts.',
      C19: 'What somebody may not do is not offered.',
      C20: 'Every application counts once: active, pending, processed or saved.',
      C21: 'Reasons for rejection are a list that the organisation edits.',
      C22: 'The status changes at once; whether a mail has left is said beside it.',
      C23: 'Deleted permanently: the application with all that is its own, the person only when nothing else is left.',
      C24: 'Hiring leaves other applications alone, and asks about them.',
      C25: 'Somebody rejected who is saved stays visibly rejected, with the stage.',
      C26: 'Which action is allowed, asks first or is refused in which status.',
      C27: 'A reminder that became due while the laptop slept goes late, or not at all.',
      C28: 'Every letter is posted by hand; a missing address is a warning.',
      C29: 'Stage and kind of an interview are two fields; several people meet together or one after the other.',
      C30: 'All actions work for many; what is personal is asked in a table.',
      C31: 'An interview without an email is a booking; its answer is empty.',
      C32: 'A field that is unknown or unfilled stops the mail and is named.',
      C33: 'Whoever cannot be written to is named and left out; the others get theirs.',
      C34: 'What ends with an application, and what waits for the recruiter.',
      C35: 'Appointments of one’s own stand in the calendar.',
      C36: 'Withheld information and left-out files combine; the original CV never goes.',
    },
  },
];

/** Rules that lack something, and what. */
export interface Missing {
  readonly why: string;
  readonly rules: readonly string[];
}

/** Rules that no test holds yet. */
export const NOT_BUILT: readonly Missing[] = [];

/** Rules that tests hold, but not to the end. */
export const BUILT_IN_PART: readonly Missing[] = [];
