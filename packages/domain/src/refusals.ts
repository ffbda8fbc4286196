// oxlint-disable max-lines -- one table: a code is looked up in one place
import type { RuleSetId } from '@dossier/contracts/procedure'
import type { RefusalCode } from '@dossier/contracts/refusal'

/** Each refusal with the rule it rests on, and what it says to the officer and to the developer. */
export const refusals = {
  'not-possible-now': {
    rule: 'own rule: each state allows its own commands',
    vi: 'Hồ sơ không ở bước cho phép việc này.',
    en: 'The dossier is not at a step that allows this command.',
  },
  'already-open': {
    rule: 'own rule: one dossier per application',
    vi: 'Hồ sơ này đã được mở.',
    en: 'This dossier is already open.',
  },
  'no-such-dossier': {
    rule: 'own rule: one dossier per application',
    vi: 'Không có hồ sơ với mã định danh này.',
    en: 'There is no dossier with this id; submit the application first.',
  },
  'closed-for-good': {
    rule: 'own rule: an ended dossier stays ended',
    vi: 'Hồ sơ đã kết thúc, không thể xử lý tiếp.',
    en: 'The dossier has ended; nothing more can be done with it. A new application is needed.',
  },
  'not-permitted': {
    rule: 'own rule: the permission table, role by relation to the dossier (GET /permissions)',
    vi: 'Vai trò của bạn đối với hồ sơ này không được làm việc này.',
    en: 'Your role towards this dossier does not allow this command.',
  },
  'only-through-desk': {
    rule: 'NĐ 61/2018 art. 5.1e',
    vi: 'Chỉ Bộ phận Một cửa được yêu cầu công dân bổ sung; hãy đề xuất với Bộ phận Một cửa.',
    en: 'Only the one-stop desk may ask the citizen; propose the supplement to the desk.',
  },
  'same-person': {
    rule: 'NĐ 61/2018 art. 17.5; own rule: who accepts does not sign',
    vi: 'Người tiếp nhận không được tự ký kết quả, trừ khi được giao giải quyết tại chỗ.',
    en: 'Who accepted the dossier may not sign its result, unless the procedure is settled at the desk.',
  },
  'procedure-not-in-force': {
    rule: 'NĐ 63/2010 art. 13, 15',
    vi: 'Thủ tục không có phiên bản có hiệu lực vào ngày này.',
    en: 'No published version of this procedure is in force on this day.',
  },
  'channel-closed': {
    rule: 'NĐ 61/2018 art. 16',
    vi: 'Thủ tục không tiếp nhận qua hình thức này.',
    en: 'The procedure is not open for this channel.',
  },
  incomplete: {
    rule: 'NĐ 61/2018 art. 17.1',
    vi: 'Hồ sơ chưa đủ thành phần; hãy nhận bổ sung hoặc ra phiếu yêu cầu hoàn thiện một lần.',
    en: 'The application has defects: have them made good, or ask for all of them in one notice.',
  },
  'not-received-here': {
    rule: 'NĐ 61/2018 art. 14.4',
    vi: 'Bộ phận Một cửa này không tiếp nhận thủ tục; hãy hướng dẫn đến nơi có thẩm quyền.',
    en: 'This desk does not receive the procedure; name the right place.',
  },
  'unit-missing': {
    rule: 'TT 01/2018 art. 8',
    vi: 'Chưa có đơn vị thực hiện một bước của quy trình vào ngày này.',
    en: 'No unit in force on this day carries out a stage of the route.',
  },
  'calendar-year-missing': {
    rule: 'BLLĐ 2019 art. 112; own rule: no date in a year whose days off are not announced',
    vi: 'Lịch nghỉ của năm liên quan chưa được công bố, chưa thể tính hạn.',
    en: 'The calendar of a year the limit reaches into is not announced; no due date can be computed.',
  },
  'unknown-variant': {
    rule: 'setting of the procedure version: limit variants',
    vi: 'Thủ tục không có trường hợp thời hạn này.',
    en: 'The procedure version has no such limit variant.',
  },
  'code-exhausted': {
    rule: 'TT 01/2018 art. 19',
    vi: 'Đã hết số thứ tự mã hồ sơ trong ngày của cơ quan.',
    en: 'The four-digit sequence of this authority is used up for the day; it never wraps.',
  },
  'second-supplement': {
    rule: 'NĐ 61/2018 art. 11.2c',
    vi: 'Chỉ được yêu cầu bổ sung hồ sơ một lần, trừ khi ghi rõ căn cứ pháp luật.',
    en: 'A supplement may be requested only once, unless a legal basis is recorded.',
  },
  'supplement-too-late': {
    rule: 'NĐ 61/2018 art. 19.4',
    vi: 'Đã quá thời hạn được yêu cầu bổ sung kể từ ngày tiếp nhận, trừ khi ghi rõ căn cứ pháp luật.',
    en: 'The time for asking a supplement has passed since acceptance, unless a legal basis is recorded.',
  },
  'supplement-window-open': {
    rule: 'setting of the procedure version: time for the citizen to bring a supplement',
    vi: 'Công dân vẫn còn thời hạn bổ sung.',
    en: 'The citizen still has time to bring the supplement.',
  },
  'supplement-not-proposed': {
    rule: 'NĐ 61/2018 art. 19.4',
    vi: 'Đơn vị đang giữ hồ sơ chưa đề xuất yêu cầu bổ sung.',
    en: 'The unit that holds the dossier has proposed no supplement; the desk asks for what it names.',
  },
  'defects-left-out': {
    rule: 'NĐ 61/2018 art. 15.3',
    vi: 'Phiếu yêu cầu phải nêu đủ các nội dung chuyên viên đã đề xuất, trong một lần.',
    en: 'The one notice must name everything the specialist has proposed.',
  },
  'supplement-incomplete': {
    rule: 'NĐ 61/2018 art. 19.4',
    vi: 'Chưa tiếp nhận đủ giấy tờ đã yêu cầu bổ sung; hãy ghi nhận giấy tờ trước.',
    en: 'Not everything that was asked for has been brought; register the papers with the application first.',
  },
  'handover-open': {
    rule: 'NĐ 61/2018 art. 18',
    vi: 'Hồ sơ đang được chuyển giao; hãy chờ nơi nhận trả lời.',
    en: 'A handover is on offer; wait until it is accepted or returned.',
  },
  'no-handover': {
    rule: 'NĐ 61/2018 art. 18',
    vi: 'Không có lần chuyển hồ sơ nào đang chờ đơn vị này.',
    en: 'No handover waits for this unit.',
  },
  'handover-to-holder': {
    rule: 'own rule: one holder at every instant',
    vi: 'Đơn vị này đang giữ hồ sơ.',
    en: 'This unit already holds the dossier.',
  },
  'stage-skipped': {
    rule: 'TT 01/2018 art. 8, internal procedure',
    vi: 'Không được bỏ qua bước trong quy trình.',
    en: 'A handover may go to the current stage, the next one, or back; it may not skip one.',
  },
  'unknown-organisation': {
    rule: 'own rule: an organisation acts while it is in force in the catalogue',
    vi: 'Không có đơn vị này, hoặc đơn vị không còn hoạt động.',
    en: 'No such organisation is in force on this day.',
  },
  'unknown-component': {
    rule: 'NĐ 61/2018 art. 5.1đ',
    vi: 'Giấy tờ này không có trong thành phần hồ sơ của thủ tục.',
    en: 'The procedure does not ask for this component; nothing outside the published list may be asked.',
  },
  'unknown-consultation': {
    rule: 'setting of the procedure version: consultations',
    vi: 'Không có lần lấy ý kiến này.',
    en: 'There is no such consultation.',
  },
  'consultation-exists': {
    rule: 'own rule: one consultation, one answer',
    vi: 'Đã lấy ý kiến này rồi.',
    en: 'This consultation was already requested.',
  },
  'consultation-answered': {
    rule: 'own rule: one consultation, one answer',
    vi: 'Ý kiến này đã được trả lời.',
    en: 'This consultation is already answered.',
  },
  'consultations-open': {
    rule: 'NĐ 61/2018 art. 19.6b',
    vi: 'Còn nhánh xử lý song song chưa hoàn thành.',
    en: 'Parallel branches are still open; the lead goes on when all have answered.',
  },
  'consultation-not-late': {
    rule: 'NĐ 61/2018 art. 19.5',
    vi: 'Cơ quan được lấy ý kiến chưa quá hạn, đã trả lời, hoặc đã được báo với Trưởng Bộ phận Một cửa.',
    en: 'The agency asked is not late, has answered, or was already reported to the head of the desk.',
  },
  'posting-missing': {
    rule: 'setting of the procedure version: public posting of a stage',
    vi: 'Bước này phải niêm yết công khai; hãy ghi nhận ngày bắt đầu niêm yết.',
    en: 'This stage needs a public posting; record its beginning first.',
  },
  'posting-open': {
    rule: 'setting of the procedure version: public posting of a stage',
    vi: 'Chưa hết thời gian niêm yết công khai.',
    en: 'The public posting of this stage has not ended.',
  },
  'unknown-obligation': {
    rule: 'own rule: a financial obligation is notified once and paid once',
    vi: 'Không có nghĩa vụ tài chính này.',
    en: 'There is no such financial obligation.',
  },
  'obligation-exists': {
    rule: 'own rule: a financial obligation is notified once and paid once',
    vi: 'Nghĩa vụ tài chính này đã được thông báo.',
    en: 'This financial obligation was already notified.',
  },
  'obligation-paid': {
    rule: 'own rule: a financial obligation is notified once and paid once',
    vi: 'Nghĩa vụ tài chính này đã được thực hiện.',
    en: 'This financial obligation is already paid.',
  },
  'obligation-unpaid': {
    rule: 'own rule: a financial obligation is paid before the result is returned',
    vi: 'Còn nghĩa vụ tài chính chưa thực hiện.',
    en: 'A financial obligation is not paid yet.',
  },
  'nothing-proposed': {
    rule: 'TT 01/2018 art. 8, internal procedure',
    vi: 'Chưa có đề xuất để ký.',
    en: 'There is no proposal to sign; the case officer proposes first.',
  },
  'stage-does-not-sign': {
    rule: 'setting of the procedure version: the stage that signs',
    vi: 'Bước này không có thẩm quyền ký kết quả.',
    en: 'The result is not signed at this stage of the route.',
  },
  'due-passed': {
    rule: 'NĐ 61/2018 art. 19.9; own rule: no due date moves without a document',
    vi: 'Đã quá hạn giải quyết, không thể áp dụng thời hạn khác; phải xin lỗi và hẹn lại.',
    en: 'The due date has passed; another limit no longer helps, the apology and a new appointment do.',
  },
  'nothing-moves': {
    rule: 'own rule: a changed calendar recounts with a cause',
    vi: 'Lịch mới không làm thay đổi thời hạn của hồ sơ này.',
    en: 'The present calendar moves no date of this dossier.',
  },
  'second-reappointment': {
    rule: 'NĐ 61/2018 art. 19.9',
    vi: 'Chỉ được hẹn lại ngày trả kết quả một lần.',
    en: 'The date may be re-appointed only once.',
  },
  'reappointment-too-early-date': {
    rule: 'NĐ 61/2018 art. 19.9',
    vi: 'Ngày hẹn lại phải là ngày làm việc sau ngày hẹn trả đang có.',
    en: 'The new appointment must be a working day after the present due date.',
  },
  'result-under-way': {
    rule: 'QĐ 45/2016 art. 9',
    vi: 'Kết quả đã giao cho bưu chính; chờ phát hoặc chuyển hoàn rồi mới làm được việc này.',
    en: 'The post has the result: wait until it is delivered or back.',
  },
  'result-lost': {
    rule: 'NĐ 61/2018 art. 21',
    vi: 'Kết quả đã bị mất hoặc hư hỏng; cơ quan có thẩm quyền phải cấp lại trước.',
    en: 'The result was lost or damaged; the authority must issue it anew first.',
  },
  'another-parcel': {
    rule: 'own rule: news of a parcel moves only the dispatch it belongs to',
    vi: 'Bưu gửi này không phải bưu gửi đang chuyển kết quả của hồ sơ.',
    en: 'This is not the parcel that carries the result now.',
  },
  'nothing-to-apologise': {
    rule: 'NĐ 61/2018 art. 21',
    vi: 'Không có việc mất, hư hỏng hoặc sai sót nào của hồ sơ còn phải xin lỗi.',
    en: 'There is no loss, damage or error of this kind left to apologise for.',
  },
  'already-completed': {
    rule: 'own rule: one result, corrected by a new one',
    vi: 'Hồ sơ đã có kết quả.',
    en: 'The dossier already has its result.',
  },
  'fee-unpaid': {
    rule: 'NĐ 61/2018 art. 22',
    vi: 'Còn phí, lệ phí phải thu khi trả kết quả chưa nộp.',
    en: 'A fee that is due at the return of the result is not paid.',
  },
  'not-lodged': {
    rule: 'NĐ 61/2018 art. 20',
    vi: 'Hồ sơ không có bản chính của giấy tờ này để trả lại.',
    en: 'No original of this component was taken in, so none can be given back.',
  },
  'unknown-part': {
    rule: 'own rule: only what the procedure names as a part is given out before the whole',
    vi: 'Thủ tục này không có phần kết quả ấy để trả trước.',
    en: 'The procedure names no such part that may be given out before the whole result.',
  },
  'part-not-done': {
    rule: 'own rule: a part is given out when its own work is done',
    vi: 'Phần việc này chưa xong nên chưa có kết quả để trả.',
    en: 'The work of this part is not done yet.',
  },
  'part-returned': {
    rule: 'own rule: a part is given out once',
    vi: 'Phần kết quả này đã trả rồi.',
    en: 'This part of the result was handed over already.',
  },
  'no-withdrawal': {
    rule: 'own rule: the applicant asks to withdraw before the authority stops',
    vi: 'Công dân chưa yêu cầu rút hồ sơ.',
    en: 'The citizen has not asked to withdraw.',
  },
  'legal-basis-missing': {
    rule: 'own rule: an exception is recorded with its legal basis',
    vi: 'Phải ghi căn cứ pháp luật.',
    en: 'A legal basis must be recorded.',
  },
  'wrong-authority-unnamed': {
    rule: 'NĐ 61/2018 art. 17.1b',
    vi: 'Từ chối vì không đúng thẩm quyền phải chỉ rõ nơi tiếp nhận đúng.',
    en: 'A refusal for wrong competence must name where to go.',
  },
  'nothing-to-correct': {
    rule: 'NĐ 61/2018 art. 21',
    vi: 'Không có nội dung này trong hồ sơ để đính chính.',
    en: 'The record has no such line to correct.',
  },
  'result-number-missing': {
    rule: 'NĐ 61/2018 art. 21; own rule: a corrected result has its own number',
    vi: 'Đính chính kết quả phải có số của kết quả mới.',
    en: 'A corrected result is issued under a number of its own; name it.',
  },
  'officer-not-there': {
    rule: 'own rule: an officer acts by a mandate in force in the catalogue',
    vi: 'Người được giao không làm việc tại đơn vị đang giữ hồ sơ vào ngày này.',
    en: 'This officer has no mandate today at the unit that holds the dossier.',
  },
  'nobody-ended': {
    rule: 'own rule: the successor of an ended agency carries on, as the catalogue names it',
    vi: 'Không có cơ quan nào trên đường đi của hồ sơ đã chấm dứt hoạt động.',
    en: 'No agency on the way of this dossier has ended.',
  },
  'successor-unclear': {
    rule: 'own rule: the successor of an ended agency carries on, as the catalogue names it',
    vi: 'Chưa xác định được một cơ quan kế thừa duy nhất; cần người có thẩm quyền chỉ định.',
    en: 'The ended agency has no successor, or several and the address does not tell which; a person must choose.',
  },
  'alarm-not-planned': {
    rule: 'own rule: an alarm sounds once, at its moment in the plan',
    vi: 'Mốc nhắc này không còn trong kế hoạch.',
    en: 'This alarm is no longer in the plan of the dossier.',
  },
  'alarm-not-due': {
    rule: 'own rule: an alarm sounds once, at its moment in the plan',
    vi: 'Mốc nhắc này chưa đến hạn.',
    en: 'This alarm is planned for later.',
  },
  'apology-not-drafted': {
    rule: 'NĐ 61/2018 art. 19.9',
    vi: 'Chưa có dự thảo phiếu xin lỗi: hãy ghi lý do và ngày hẹn trả mới.',
    en: 'No apology is drafted here, or it names no date: give the reason and the new date.',
  },
  'apology-owed': {
    rule: 'NĐ 61/2018 art. 19.9',
    vi: 'Hồ sơ đã quá ngày hẹn: phải xin lỗi, không thể bỏ dự thảo.',
    en: 'The day of this dossier has passed: the apology is owed and cannot be declined.',
  },
} as const satisfies Record<RefusalCode, { rule: string; vi: string; en: string }>

/**
 * The rule a refusal rests on under a rule set, as an officer cites it; without one, as the table has it. NĐ 118/2025 replaced
 * NĐ 61/2018, but its wording was not found: what rests on the first decree is a setting there, and says so.
 */
export const ruleFor = (code: RefusalCode, ruleSet: RuleSetId | undefined): string => {
  const { rule } = refusals[code]
  switch (ruleSet) {
    case undefined:
    case 'ND61_2018':
    case 'ND61_2018+ND107_2021':
      return rule
    case 'ND118_2025':
      return rule.replace(/NĐ 61\/2018 art\. [^;]+/u, (found) => `NĐ 118/2025/NĐ-CP (theo nội dung ${found}, cấu hình)`)
  }
}
