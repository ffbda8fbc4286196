/** Of forms that are drawn from a procedure's schema. */
export const vi = {
  form: {
    ifAny: '{{title}} (nếu có)',
    sameAsApplicant: 'Như người yêu cầu',
    add: 'Thêm: {{title}}',
    remove: 'Bỏ {{title}}',
    choose: 'Chọn',
    yes: 'Có',
    no: 'Không',
  },
}
