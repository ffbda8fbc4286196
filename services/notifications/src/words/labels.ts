import type { AlarmKind } from '@dossier/contracts/dossier'
import type { Language } from '@dossier/contracts/contact'

type Label = Record<Language, string>
const label = (vi: string, en: string): Label => ({ vi, en })

/** Words for the codes that events hold. Short: a text message has 160 characters. */
const labels: Record<string, Label> = {
  // defects of papers
  missing: label('thiếu', 'missing'),
  illegible: label('không đọc được', 'illegible'),
  incomplete: label('chưa đầy đủ', 'incomplete'),
  wrong: label('chưa đúng', 'wrong'),
  expired: label('hết hiệu lực', 'expired'),
  'not-certified': label('chưa chứng thực', 'not certified'),
  // why an application is not accepted
  'wrong-authority': label('không thuộc thẩm quyền', 'another authority is competent'),
  'not-eligible': label('không đủ điều kiện', 'the conditions are not met'),
  'original-missing': label('không có bản chính', 'the original is missing'),
  'not-genuine': label('giấy tờ không xác thực', 'a paper is not genuine'),
  'other-law': label('theo luật chuyên ngành', 'another law forbids it'),
  // why a handover is returned
  'not-ours': label('không thuộc nhiệm vụ', 'not their work'),
  'papers-missing': label('thiếu giấy tờ', 'papers are missing'),
  'wrong-stage': label('sai bước', 'the wrong stage'),
  'incomplete-work': label('chưa xử lý xong', 'the work before is not done'),
  // why a dossier is stopped
  withdrawal: label('theo đề nghị rút hồ sơ', 'it was withdrawn'),
  'supplement-lapsed': label('không bổ sung trong thời hạn', 'the supplement did not come in time'),
  'obligation-lapsed': label('không nộp tiền trong thời hạn', 'the payment did not come in time'),
  'legal-ground': label('theo căn cứ pháp luật', 'a ground of law'),
  // why an authority is late
  workload: label('khối lượng công việc', 'the amount of work'),
  'consultation-late': label('chờ ý kiến cơ quan khác', 'another agency is awaited'),
  verification: label('cần xác minh', 'a verification is needed'),
  'system-outage': label('hệ thống gián đoạn', 'an outage of the system'),
  other: label('lý do khác', 'another reason'),
  granted: label('đồng ý giải quyết', 'granted'),
  refused: label('không đồng ý, có nêu lý do', 'refused, with reasons'),
  agrees: label('đồng ý', 'agrees'),
  objects: label('không đồng ý', 'objects'),
  done: label('đã thực hiện', 'done'),
  deemed: label('không trả lời, coi như đồng ý theo luật', 'silent, and by law taken to consent'),
  loss: label('giấy tờ bị mất', 'papers were lost'),
  damage: label('giấy tờ bị hư hỏng', 'papers were damaged'),
  error: label('sai sót của cơ quan', 'an error of the authority'),
  'the-result': label('Kết quả giải quyết', 'The result'),
  lost: label('bị mất', 'was lost'),
  damaged: label('bị hư hỏng', 'was damaged'),
  // how the result is returned
  desk: label('Mời đến nhận tại nơi nộp hồ sơ', 'Please collect it at the desk'),
  post: label('Bưu điện sẽ phát tận nơi', 'The post brings it to you'),
  online: label('Kết quả điện tử ở tài khoản của ông/bà', 'It is in your account online'),
  // why the post could not deliver
  absent: label('người nhận vắng mặt', 'nobody was there'),
  'address-unknown': label('không tìm thấy địa chỉ', 'the address was not found'),
  'refused-by-receiver': label('người nhận từ chối', 'it was refused'),
  'not-entitled': label('người nhận không có giấy tờ hợp lệ', 'who was there may not take it'),
  'signature-refused': label('người nhận không ký phiếu', 'whoever was there would not sign for it'),
  upheld: label('chấp nhận', 'upheld'),
  dismissed: label('không chấp nhận', 'not upheld'),
  // feedback
  feedback: label('phản ánh, kiến nghị', 'feedback'),
  complaint: label('khiếu nại', 'complaint'),
  denunciation: label('tố cáo', 'denunciation'),
  substantiated: label('phản ánh đúng', 'substantiated'),
  unfounded: label('phản ánh không có cơ sở', 'unfounded'),
  accepted: label('được tiếp thu', 'accepted'),
  'not-accepted': label('chưa được tiếp thu', 'not accepted'),
  'outside-scope': label('ngoài phạm vi tiếp nhận', 'it is outside what is handled here'),
  'no-content': label('không có nội dung cụ thể', 'it says nothing that can be handled'),
  'answered-before': label('đã được trả lời', 'it was answered before'),
  reject: label('từ chối tiếp nhận', 'to reject'),
  'ask-more': label('yêu cầu bổ sung', 'to ask for more'),
  answer: label('trả lời', 'to answer'),
  publish: label('công khai', 'to publish'),
  // why a date moved
  calendar: label('lịch nghỉ được công bố thay đổi', 'the published calendar changed'),
  variant: label('theo quy định riêng của thủ tục', 'the procedure’s own law'),
  // incidents of papers
  'count-differs': label('Số lượng giấy tờ không khớp', 'Counts of papers differ'),
  'foreign-paper': label('Có giấy tờ của hồ sơ khác', 'A paper of another dossier'),
  'taker-silent': label('Bên nhận chưa xác nhận', 'The taker is silent'),
  'parcel-silent': label('Bưu gửi không có tin', 'A parcel is silent'),
  'paper-not-there': label('Giấy tờ không ở nơi đã ghi', 'A paper is not where it should be'),
  'complaint-unanswered': label('Khiếu nại chưa được trả lời', 'A complaint is unanswered'),
  'compensation-unpaid': label('Bồi thường chưa được chi trả', 'A compensation is unpaid'),
  'delivery-unproven': label('Chưa rõ đã phát hay chưa', 'A delivery is not proven'),
  'dispatch-unpacked': label('Kết quả chưa được đóng gói gửi đi', 'A result waits to be packed'),
  'giver-silent': label('Bên giao chưa giao giấy tờ', 'The giver is silent'),
  'seal-broken': label('Niêm phong không còn nguyên', 'A seal was broken'),
  'paper-lost': label('Giấy tờ bị mất tại cơ quan', 'A paper was lost in an office'),
  'delivered-after-loss': label('Báo phát sau khi đã báo mất', 'Delivered, and declared lost'),
  'liability-unwritten': label('Chưa lập biên bản trách nhiệm', 'The liability is not written down'),
  'parcel-lost': label('Bưu gửi bị mất hoặc hư hỏng', 'A parcel was lost or damaged'),
}

/** What an alarm calls for, said to whoever must act. */
export const alarmLabels: Record<AlarmKind, Label> = {
  'answer-due': label('Đến hạn trả lời hồ sơ mới nộp', 'The answer to a submission is due'),
  'transfer-due': label('Đến hạn chuyển hồ sơ', 'The dossier must be passed on'),
  'handover-unanswered': label('Bàn giao chưa được trả lời', 'A handover is unanswered'),
  'stage-warning': label('Ngày cuối của bước xử lý', 'The last day of the stage'),
  'stage-overdue': label('Bước xử lý đã quá hạn', 'The stage is overdue'),
  'due-soon': label('Hồ sơ sắp đến hạn', 'The dossier is due soon'),
  'apology-draft': label('Dự thảo xin lỗi chờ ký', 'A drafted apology waits for signature'),
  'apology-unsigned': label('Xin lỗi chưa được ký', 'An apology is still unsigned'),
  'apology-by': label('Phải xin lỗi và hẹn lại', 'Apologise and name a new date'),
  overdue: label('Hồ sơ đã quá hạn', 'The dossier is overdue'),
  'appointment-missed': label('Đã lỡ ngày hẹn lại', 'The new date was missed'),
  'supplement-window': label('Hết thời gian bổ sung của công dân', 'The time for the supplement is over'),
  'obligation-due': label('Hết hạn nộp tiền của công dân', 'The day to pay has passed'),
  'consultation-due': label('Ý kiến chưa có đúng hạn', 'An opinion is overdue'),
  'posting-ends': label('Niêm yết đã hết thời gian', 'The posting has ended'),
  'silence-approves': label('Im lặng được coi là chấp thuận', 'Silence counts as approval'),
  'result-uncollected': label('Kết quả chưa có người nhận', 'A result is uncollected'),
  'delivery-overdue': label('Bưu gửi kết quả quá hạn phát', 'The delivery of a result is overdue'),
}

/** The words for a code; the code itself where there are none, so that nothing goes unsaid. */
export const labelOf = (code: string, language: Language): string => labels[code]?.[language] ?? code
