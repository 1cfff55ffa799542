import {
  Button,
  createTheme,
  FileInput,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Textarea,
  TextInput,
} from '@mantine/core'

const medium = { defaultProps: { size: 'md' as const } }
/** No asterisks: nearly every field of the console has to be filled in. */
const field = { size: 'md' as const, withAsterisk: false }

/**
 * How Mantine's parts look on the console. Colours, type and line heights stand in `console.css`: the page's content
 * security policy lets no script write a style sheet.
 */
export const consoleTheme = createTheme({
  primaryColor: 'house',
  primaryShade: 7,
  colors: {
    house: [
      '#eef6f1',
      '#e3f1e9',
      '#c3dfd0',
      '#9cc9b2',
      '#6fae90',
      '#429070',
      '#227452',
      '#0b5a3c',
      '#094a32',
      '#073b28',
    ],
  },
  cursorType: 'pointer',
  components: {
    Button: Button.extend(medium),
    TextInput: TextInput.extend({ defaultProps: field }),
    PasswordInput: PasswordInput.extend({ defaultProps: field }),
    NumberInput: NumberInput.extend({ defaultProps: { ...field, hideControls: true, allowNegative: false } }),
    Textarea: Textarea.extend({ defaultProps: { ...field, minRows: 2, autosize: true } }),
    NativeSelect: NativeSelect.extend({ defaultProps: field }),
    FileInput: FileInput.extend(medium),
  },
})
