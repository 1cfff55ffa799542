import { postJson, Refused } from '@intikhab/kernel/console'
import {
  startAuthentication,
  startRegistration,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser'

/** The browser says no more than that nothing came of it: somebody gave up, took too long, or has no such passkey. */
async function asRefusal<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony()
  } catch {
    throw new Refused({
      title: 'No passkey was used. Try again, or choose another way.',
      titleUr: 'کوئی پاس کی استعمال نہیں ہوئی۔ دوبارہ کوشش کریں، یا کوئی اور طریقہ چنیں۔',
      status: 0,
      code: 'console.no-passkey',
    })
  }
}

/** Asks the browser for a passkey with the options of `path`. Throws `Refused`. */
export async function showPasskey(path: string): Promise<AuthenticationResponseJSON> {
  const optionsJSON = await postJson<PublicKeyCredentialRequestOptionsJSON>(path)
  return asRefusal(() => startAuthentication({ optionsJSON }))
}

/** Lets the browser make a passkey with the options of `path`. Throws `Refused`. */
export async function makePasskey(path: string): Promise<RegistrationResponseJSON> {
  const optionsJSON = await postJson<PublicKeyCredentialCreationOptionsJSON>(path)
  return asRefusal(() => startRegistration({ optionsJSON }))
}
