import type { Text } from '@intikhab/kernel/language'
import type { Rolls } from '../register/rolls.ts'

/** Name of a district; its code where the rolls have none of that code. */
export async function districtName({ store }: Pick<Rolls, 'store'>, code: string): Promise<Text> {
  const found = (await store.districts()).find((each) => each.code === code)
  return { en: found?.nameEn ?? code, ur: found?.nameUr ?? code }
}
